import { type Me, useMe } from '@miniapp/features/account';
import {
  actionsOf,
  type CaseAction,
  DONE_WORDS,
  hasForm,
  pageOfAct,
  type Queue,
  type SavedFilters,
  type Search,
  useCase,
  useQueue,
  useSaved,
  useSearch,
  whole,
} from '@miniapp/features/review';
import { focusOn } from '@miniapp/platform/focus';
import { go } from '@miniapp/platform/navigate';
import { announce, toast } from '@miniapp/platform/ui';
import { rowId } from '@miniapp/ui/desk/DeskList';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import type { Query } from '@miniapp/ui/useQuery';
import type { ActionName, QueueFilter, QueueTab, StaffCaseView } from '@shared/casework';
import { useEffect, useRef, useState } from 'react';

export interface DeskState {
  me: Me | undefined;
  filter: QueueFilter;
  /** Another queue, or the same one narrowed otherwise. */
  openQueue: (filter: QueueFilter) => void;
  queue: Queue;
  saved: SavedFilters;
  search: Search;
  /** Looks for a case; what is found stands in place of the list until it is put away. */
  find: (text: string) => void;
  /** What is in the middle column: what was found, else the queue. */
  rows: Queue['rows'];
  /** The case that is looked at. */
  selected: string | undefined;
  select: (id: string) => void;
  /** 「第 2 件，共 7 件」 */
  place: string;
  villageName: string;
  query: Query<StaffCaseView>;
  /** The case fills the window (picture 21). */
  full: boolean;
  setFull: (full: boolean) => void;
  /** The act that is being filled in. */
  acting: ActionName | undefined;
  begin: (act: CaseAction) => void;
  done: () => void;
  conflict: string | undefined;
  onConflict: (sentence: string) => void;
  /** One step back: from a form to its case, from the full page to the list; the focus returns to the row. */
  goBack: () => void;
  help: boolean;
  setHelp: (help: boolean) => void;
}

/** What the desk shows and where its keyboard is (ux.md 9). */
export function useDesk(): DeskState {
  const [filter, setFilter] = useState(whole('MINE'));
  const [chosen, setChosen] = useState<string>();
  const [full, setFull] = useState(false);
  const [acting, setActing] = useState<ActionName>();
  const [conflict, setConflict] = useState<string>();
  const [help, setHelp] = useState(false);

  // The row that gets the keyboard once it is drawn: it may stand in a list that is not there yet.
  const focusRow = useRef<string>();
  useEffect(() => {
    if (focusRow.current === undefined) return;
    focusOn(rowId(focusRow.current));
    focusRow.current = undefined;
  });

  const queue = useQueue(filter);
  const saved = useSaved();
  const search = useSearch();
  const rows = search.found?.rows ?? queue.rows;
  const selected = chosen ?? rows[0]?.id;
  const at = rows.findIndex(({ id }) => id === selected);
  const query = useCase(selected);

  const stop = () => {
    setActing(undefined);
    setConflict(undefined);
  };
  const select = (id: string | undefined) => {
    stop();
    setChosen(id);
  };
  const move = (step: number) => {
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (acting !== undefined || next === undefined) return;
    select(next.id);
    focusRow.current = next.id;
  };
  const openQueue = (next: QueueFilter) => {
    select(undefined);
    setFull(false);
    search.putAway();
    setFilter(next);
  };
  const openTab = (tab: QueueTab) => openQueue(whole(tab));
  const find = async (text: string) => {
    const found = await search.search(text);
    const [first] = found?.rows ?? [];
    if (first === undefined) return;
    announce(`找到 ${found?.rows.length} 件`);
    setFull(false);
    select(first.id);
    focusRow.current = first.id;
  };
  const goBack = () => {
    if (acting !== undefined) stop();
    else setFull(false);
    focusRow.current = selected;
  };
  const begin = ({ action, off }: CaseAction) => {
    if (off !== undefined || query.data === undefined) return;
    setConflict(undefined);
    if (hasForm(action)) setActing(action);
    else go(...pageOfAct(action, query.data));
  };
  const done = () => {
    const next = rows[at + 1] ?? rows[at - 1];
    const said = (acting && DONE_WORDS[acting]) ?? '办好了';
    toast(said);
    // What is done leaves the first tab; the others show the case as it is now.
    const onward = filter.tab === 'MINE' && search.found === undefined ? next : undefined;
    if (onward !== undefined) {
      announce(`${said}。下一件，${onward.headName}`);
    }
    setFull(false);
    select(onward?.id ?? selected);
    focusRow.current = onward?.id ?? selected;
  };
  const act = (wanted: CaseAction | undefined) => {
    if (wanted !== undefined && acting === undefined) begin(wanted);
  };
  const acts = query.data === undefined ? undefined : actionsOf(query.data);

  const openWhole = () => setFull(query.data !== undefined);

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    // While a form is open, Enter hands it in.
    ...(acting === undefined && { Enter: openWhole }),
    Escape: goBack,
    a: () => act(acts?.primary),
    r: () => act(acts?.others.find(({ action }) => action === 'requestSupplement')),
    '?': () => setHelp(!help),
    'g m': () => openTab('MINE'),
    'g o': () => openTab('OVERDUE'),
    'g w': () => openTab('WAITING_FAMILY'),
  });

  return {
    me: useMe().data,
    filter,
    openQueue,
    queue,
    saved,
    search,
    find,
    rows,
    selected,
    select,
    place: at === -1 ? '' : `第 ${at + 1} 件，共 ${rows.length} 件`,
    villageName: rows[at]?.villageName ?? '',
    query,
    full,
    setFull,
    acting,
    begin,
    done,
    conflict,
    onConflict: (sentence) => {
      setConflict(sentence);
      query.reload();
    },
    goBack,
    help,
    setHelp,
  };
}
