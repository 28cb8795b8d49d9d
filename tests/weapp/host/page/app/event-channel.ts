type Listener = (...args: unknown[]) => void;

/** Between a page and the one that opened it. */
export interface EventChannel {
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener?: Listener): void;
  emit(name: string, ...args: unknown[]): void;
}

export function eventChannel(): EventChannel {
  const listeners = new Map<string, Set<Listener>>();
  const of = (name: string) => {
    const known = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, known);
    return known;
  };
  const channel: EventChannel = {
    on: (name, listener) => void of(name).add(listener),
    once(name, listener) {
      const first: Listener = (...args) => {
        channel.off(name, first);
        listener(...args);
      };
      of(name).add(first);
    },
    off(name, listener) {
      if (listener) of(name).delete(listener);
      else of(name).clear();
    },
    emit(name, ...args) {
      for (const listener of [...of(name)]) listener(...args);
    },
  };
  return channel;
}
