/** A customer's columns, as CustomerRecord has them. */
export const CUSTOMER_COLUMNS = 'id, workspace, name, email, external_id';
