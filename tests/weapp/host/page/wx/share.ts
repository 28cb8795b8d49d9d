import { callPage, topPage } from '../app/stack';
import { onShare } from '../components/button';

/** A tap on a share button: the page is asked what is shared. Nobody chooses a friend. */
onShare((button) => {
  const target = { id: button.id, dataset: { ...button.__wxElement?.dataset } };
  callPage(topPage(), 'onShareAppMessage', { from: 'button', target });
});
