/** SIGTERM or SIGINT: finish what was acknowledged, then end. A second one is left to the system. */
export const stopSignal = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop());
  });
