import { PICTURES, pictureFile } from '@tests/support/pictures';
import automator from 'miniprogram-automator';
import type { Element, InputElement, MiniProgram, Page } from './automator-types';
import { until } from './until';

/**
 * A phone with the mini-program on it, as a person uses it: she sees words and taps what is named by them. Everything
 * here goes through the automator alone, so that it holds for WeChat DevTools as for our host.
 */

/** Something to tap: the kit's own, or a button of WeChat's. */
const CONTROLS = ['//*[contains(concat(" ", normalize-space(@class), " "), " sw-tap ")]', '//button'];
const FIELDS = ['//input', '//textarea'];
const SHOWN = '.sw-page';

const quoted = (text: string) => `"${text}"`;
const every = (paths: string[], condition: string) => paths.map((one) => `${one}[${condition}]`).join(' | ');

/** Named so, first by its label or all its words, then by how its words begin. */
const named = (paths: string[], name: string): string[] => [
  every(paths, `@aria-label=${quoted(name)} or normalize-space(.)=${quoted(name)}`),
  every(paths, `starts-with(normalize-space(.), ${quoted(name)})`),
];

export class Phone {
  private readonly seenFaults: string[] = [];

  private constructor(
    readonly app: MiniProgram,
    private readonly patience: number,
  ) {}

  /** Takes up the phone behind a websocket. `patience`: ms to wait for what must come. */
  static async connect(wsEndpoint: string, patience: number): Promise<Phone> {
    const app = await automator.connect({ wsEndpoint });
    const phone = new Phone(app, patience);
    app.on('console', ({ type, args }: { type: string; args: unknown[] }) => {
      if (type === 'error') phone.seenFaults.push(args.map(String).join(' '));
    });
    app.on('exception', (fault: unknown) => phone.seenFaults.push(JSON.stringify(fault)));
    return phone;
  }

  /** What must not happen and did, since the last time this was asked: console.error and uncaught exceptions. */
  async faults(): Promise<string[]> {
    // What was said before this answer has arrived before it.
    await this.page();
    return this.seenFaults.splice(0);
  }

  async page(): Promise<Page> {
    const page = await this.app.currentPage();
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** Path of the page on top, as in routes.ts. */
  async route(): Promise<string> {
    return (await this.page()).path;
  }

  /** Everything that the page on top shows. */
  async words(): Promise<string> {
    // A page that closes while it is read shows nothing.
    return (await this.page())
      .$(SHOWN)
      .then((shown) => shown?.text() ?? '')
      .catch(() => '');
  }

  /** Goes to a page of routes.ts, on top of this one or, with `reLaunch`, instead of all. */
  async open(route: string, way: 'navigateTo' | 'reLaunch' = 'navigateTo'): Promise<void> {
    await this.app.callWxMethod(way, { url: `/${route}` });
    await this.on(route.split('?')[0] ?? '');
  }

  /** Waits until this page is on top. */
  async on(route: string): Promise<void> {
    await until(
      async () => (await this.route()) === route,
      this.patience,
      async () => `still on ${await this.route()}, not on ${route}; it shows:\n${await this.words()}`,
    );
  }

  /** Waits until the page on top shows these words. */
  async sees(text: string): Promise<void> {
    await until(
      async () => (await this.words()).includes(text),
      this.patience,
      async () => `「${text}」 is not on ${await this.route()}; it shows:\n${await this.words()}`,
    );
  }

  /** Waits until something holds. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    await until(
      holds,
      this.patience,
      async () => `waited in vain on ${await this.route()}; it shows:\n${await this.words()}`,
    );
  }

  /** Taps what has this name, once it is there. */
  async tap(name: string): Promise<void> {
    await this.find(CONTROLS, name, (control) => control.tap());
  }

  /** What has this name, once it is there. */
  control(name: string): Promise<Element> {
    return this.find(CONTROLS, name);
  }

  /** The field with this label, once it is there. */
  async field(label: string): Promise<InputElement> {
    return (await this.find(FIELDS, label)) as InputElement;
  }

  /** Writes into a field, and leaves it. */
  async write(label: string, text: string): Promise<void> {
    await this.find(FIELDS, label, async (field) => {
      await (field as InputElement).input(text);
      await field.trigger('blur', { value: text });
    });
  }

  /** Whether a choice or chip is on. */
  async isOn(name: string): Promise<boolean> {
    return String(await (await this.control(name)).attribute('aria-checked')) === 'true';
  }

  /** Kills the app and opens it again; what it kept is there, what it only remembered is not. */
  async restart(): Promise<void> {
    await this.app.evaluate(() => {
      Object.assign(getApp(), { isOld: true });
      wx.restartMiniProgram({ path: `/${getCurrentPages()[0]?.route}` });
    });
    await until(
      () => this.app.evaluate(() => getApp().isOld !== true && getCurrentPages().length > 0),
      this.patience,
      () => 'the app did not start again',
    );
  }

  /** As if the app had just been installed. */
  async forgetEverything(): Promise<void> {
    await this.app.callWxMethod('clearStorage', {});
    await this.restart();
  }

  /** Keeps a picture of the screen in artifacts/weapp, when pictures are wanted. */
  async picture(name: string): Promise<void> {
    if (PICTURES) await this.app.screenshot({ path: pictureFile('weapp', name) });
  }

  putDown(): void {
    this.app.disconnect();
  }

  /** Finds what has this name and does something to it; both again, when it was drawn anew in between. */
  private find(
    paths: string[],
    name: string,
    act: (element: Element) => Promise<unknown> = async () => undefined,
  ): Promise<Element> {
    return until(
      async () => {
        const page = await this.page();
        for (const xpath of named(paths, name)) {
          const found = await page.xpath(xpath);
          if (!found) continue;
          await act(found);
          return found;
        }
        return null;
      },
      this.patience,
      async () => `nothing called 「${name}」 on ${await this.route()}; it shows:\n${await this.words()}`,
    );
  }
}

/** What code that is evaluated inside the app sees. */
declare const wx: { restartMiniProgram(options: { path: string }): void };
declare function getApp(): { isOld?: boolean };
declare function getCurrentPages(): { route: string }[];
