import { callPage, topPage } from '../app/stack';
import { onShare } from '../components/button';

/** A tap on a share button, or the menu's own entry: the page says what is shared. */
export function shareFrom(from: 'button' | 'menu', target?: { id: string; dataset: object }): unknown {
  return callPage(topPage(), 'onShareAppMessage', { from, target });
}

onShare((button) => shareFrom('button', { id: button.id, dataset: { ...button.__wxElement?.dataset } }));
