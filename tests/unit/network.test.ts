type Network = typeof import('@miniapp/platform/network');

interface Reading {
  success: (answer: { networkType: string }) => void;
  fail: () => void;
}

/** A phone that WeChat has just started the app on, before it has said anything about its network. */
function coldStart() {
  let reading: Reading | undefined;
  let told: ((change: { isConnected: boolean }) => void) | undefined;
  const taro = {
    onNetworkStatusChange: (listener: typeof told) => {
      told = listener;
    },
    getNetworkType: (asked: Reading) => {
      reading = asked;
    },
  };
  jest.resetModules();
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }));
  // A hook outside a component: the value that would be drawn.
  jest.doMock('react', () => ({ useSyncExternalStore: (_watch: unknown, get: () => unknown) => get() }));
  const network = require('@miniapp/platform/network') as Network;
  const found = jest.fn();
  network.onNetworkFound(found);
  return {
    network,
    found,
    answer: (networkType: string) => reading?.success({ networkType }),
    fail: () => reading?.fail(),
    change: (isConnected: boolean) => told?.({ isConnected }),
  };
}

describe('the network of a phone, in WeChat', () => {
  test('nothing is claimed before the phone has answered, and what waits is tried all the same', () => {
    const { network, found } = coldStart();
    expect(network.isOffline()).toBe(false);
    expect(network.useOnline()).toBeUndefined();
    expect(found).not.toHaveBeenCalled();
  });

  test('a first answer says that there is none; when it comes, what waits is tried', () => {
    const phone = coldStart();
    phone.answer('none');
    expect(phone.network.useOnline()).toBe(false);
    expect(phone.network.isOffline()).toBe(true);
    phone.change(true);
    expect(phone.network.isOffline()).toBe(false);
    expect(phone.found).toHaveBeenCalledTimes(1);
  });

  test('a first answer that there is one is told as well: the try before it may have failed', () => {
    const phone = coldStart();
    phone.answer('4g');
    expect(phone.found).toHaveBeenCalledTimes(1);
  });

  test('an answer later than a change is old', () => {
    const phone = coldStart();
    phone.change(false);
    phone.answer('wifi');
    expect(phone.network.isOffline()).toBe(true);
    phone.fail();
    expect(phone.network.isOffline()).toBe(true);
  });

  test('a phone that cannot say is taken to have one: only a call can tell', () => {
    const phone = coldStart();
    phone.fail();
    expect(phone.network.isOffline()).toBe(false);
    expect(phone.found).toHaveBeenCalledTimes(1);
  });
});
