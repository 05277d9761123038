/**
 * What Deskbell puts into a customer's page, by name: the chat, the button and banner of co-browse, the agent's marks. Other elements of Deskbell's
 * (the agent's console, which a site may have in a page of its own) are elements like any others.
 */
export const OWN_ELEMENTS = /^deskbell-(?:chat(?:-window|-talk)?|pre-chat|form-fill|survey|cobrowse(?:-ask|-banner|-code)?|marks)$/;
