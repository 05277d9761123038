const turn = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });

/** Lets everything run that waits for nothing but promises, however long its chains. Timers and the network are not waited for. */
export async function settle(): Promise<void> {
  await turn();
  await turn();
}
