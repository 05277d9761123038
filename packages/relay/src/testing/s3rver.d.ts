declare module 's3rver' {
  /** As much of it as is used: it brings no types. */
  class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: readonly { name: string }[];
    });
    readonly middleware: unknown[];
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
  export { S3rver as default };
}
