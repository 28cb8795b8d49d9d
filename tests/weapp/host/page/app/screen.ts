import { hosted } from '../hosted';

/** The phone's own parts of the screen: title bar, tab bar, toast, modal. Drawn plainly; tests read the app's. */

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the host's page has no #${id}`);
  return found;
};

export const pagesBox = (): HTMLElement => part('pages');

/** Where pages begin, in px: below the title bar. WeChat counts positions from there. */
export const viewTop = (): number => pagesBox().getBoundingClientRect().top;

export const viewHeight = (): number => pagesBox().clientHeight;

export const tabPaths: string[] = (hosted.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath);

/** A colour of app.json; one that begins with @ stands in theme.json, for light and for dark. */
function colour(name: string | undefined): string {
  if (!name?.startsWith('@')) return name ?? '';
  return hosted.theme[hosted.settings.theme]?.[name.slice(1)] ?? '';
}

/** Puts on the bar what app.json says of it. */
export function paintBar(): void {
  const { navigationBarBackgroundColor, navigationBarTextStyle, backgroundColor } = hosted.app.window ?? {};
  Object.assign(part('bar').style, {
    backgroundColor: colour(navigationBarBackgroundColor),
    color: colour(navigationBarTextStyle),
  });
  pagesBox().style.backgroundColor = colour(backgroundColor);
}

export function drawTitle(title: string, canGoBack: boolean): void {
  part('title').textContent = title;
  part('back').textContent = canGoBack ? '‹' : '';
}

let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** Shows a toast for `duration` ms, or until `hideToast` when there is none. */
export function showToast(text: string, duration?: number): void {
  clearTimeout(toastTimer);
  const toast = part('toast');
  toast.textContent = text;
  toast.hidden = false;
  if (duration !== undefined) toastTimer = setTimeout(hideToast, duration);
}

export function hideToast(): void {
  clearTimeout(toastTimer);
  part('toast').hidden = true;
}

interface Choice {
  text: string;
  choose: () => void;
}

let answerOpenDialog: ((choice: number) => void) | undefined;

/** Puts a question before everything; gives the number of the choice that was tapped. */
export function ask(title: string, text: string, choices: string[]): Promise<number> {
  const dialog = part('dialog');
  return new Promise((resolve) => {
    const answer = (choice: number) => {
      dialog.hidden = true;
      answerOpenDialog = undefined;
      resolve(choice);
    };
    answerOpenDialog = answer;
    const buttons = choices.map<Choice>((words, index) => ({ text: words, choose: () => answer(index) }));
    dialog.replaceChildren(paragraph('b', title), paragraph('p', text), ...buttons.map(button));
    dialog.hidden = false;
  });
}

/** Answers the open question, as the automator's `confirmModal` and `cancelModal` do. */
export function answerDialog(choice: number): void {
  if (!answerOpenDialog) throw new Error('no dialog is open');
  answerOpenDialog(choice);
}

function paragraph(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function button({ text, choose }: Choice): HTMLElement {
  const element = paragraph('button', text);
  element.onclick = choose;
  return element;
}
