import { faults } from './axe';
import { DESK, type InBrowser } from './in-browser';
import { keepPicture } from './pictures';

/** Looks at screens of one folder of pictures: on a phone in both sizes of text, and on a desk. */
export interface Looker {
  picture(person: InBrowser, name: string): Promise<void>;
  /** The same page in large text too, looked at and measured. */
  looked(person: InBrowser, name: string): Promise<void>;
  /** At the width of a desk, measured. */
  onDesk(person: InBrowser, name: string): Promise<void>;
}

export function looker(folder: string): Looker {
  const picture = ({ page }: InBrowser, name: string) => keepPicture(page, folder, name);
  return {
    picture,
    async looked(person, name) {
      await picture(person, name);
      expect(await faults(person.page, [320, 375], ['light', 'care'])).toEqual([]);
      await person.page.setViewportSize({ width: 375, height: 812 });
      await picture(person, `${name}-care`);
      await person.page.evaluate(() => {
        for (const part of [document.body, ...document.querySelectorAll('.sw-page')])
          part.classList.remove('sw-care');
      });
    },
    async onDesk(person, name) {
      expect(await faults(person.page, [1280], ['light'])).toEqual([]);
      await person.page.setViewportSize(DESK);
      await picture(person, name);
    },
  };
}
