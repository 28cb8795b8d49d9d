import { type Me, useMe } from '@miniapp/features/account';
import {
  actionsOf,
  type CaseAction,
  DONE_WORDS,
  type Hands,
  hasForm,
  noteOpened,
  pageOfAct,
  type Queue,
  type QueueItem,
  type SavedFilters,
  type Search,
  UNDO_ID,
  type Undoing,
  useCase,
  useHands,
  useQueue,
  useSaved,
  useSearch,
  whole,
} from '@miniapp/features/review';
import { focusedId, focusIsLost, focusOn } from '@miniapp/platform/focus';
import { go } from '@miniapp/platform/navigate';
import { announce, toast } from '@miniapp/platform/ui';
import { rowId } from '@miniapp/ui/desk/DeskList';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import type { Query } from '@miniapp/ui/useQuery';
import type { ActionName, QueueFilter, QueueTab, StaffCaseView } from '@shared/casework';
import { HELD_ACTIONS } from '@shared/casework/claims';
import { useEffect, useRef, useState } from 'react';
import { actByKey } from './words';

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
  /** From the form of one act to that of another. */
  turnTo: (action: ActionName) => void;
  done: (view: StaffCaseView) => void;
  /** In whose hands the case is, and what has changed since this reader knew it. */
  hands: Hands;
  /** What stands over the case beside the forms of its acts. */
  panel: 'hands' | 'bulk' | undefined;
  openPanel: (panel: 'hands' | 'bulk') => void;
  claimOrRelease: () => void;
  /** Rows on which this leader may agree together. */
  bulkRows: QueueItem[];
  openFromBulk: (id: string) => void;
  undoing: Undoing | undefined;
  offerUndo: (said: string, cases: Undoing['cases'], seconds?: number) => void;
  endUndo: (undone: boolean) => void;
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
  const [panel, setPanel] = useState<DeskState['panel']>();
  const [undoing, setUndoing] = useState<Undoing>();
  const me = useMe().data;

  // What gets the keyboard once it is drawn: a row, which may stand in a list that is not there yet, or a button.
  const focusId = useRef<string>();
  useEffect(() => {
    if (focusId.current === undefined) return;
    if (focusOn(focusId.current)) focusId.current = undefined;
  });
  const focusRow = (id: string | undefined) => {
    focusId.current = id && rowId(id);
  };

  const queue = useQueue(filter);
  const saved = useSaved();
  const search = useSearch();
  const rows = search.found?.rows ?? queue.rows;
  const selected = chosen ?? rows[0]?.id;
  const at = rows.findIndex(({ id }) => id === selected);
  const query = useCase(selected);
  const shown = query.data?.id === selected ? query.data : undefined;
  const hands = useHands(shown);
  const { look } = hands;
  // What is looked at is not unread any more; the list is drawn anew once.
  const [, drawAnew] = useState(0);
  useEffect(() => {
    if (shown !== undefined && look !== undefined && noteOpened(shown.id, look.version))
      drawAnew((n) => n + 1);
  }, [shown, look]);

  const stop = () => {
    setPanel(undefined);
    setActing(undefined);
    setConflict(undefined);
  };
  const select = (id: string | undefined) => {
    stop();
    setChosen(id);
  };
  const filling = acting !== undefined || panel !== undefined;
  // A row that leaves the list takes the keyboard with it: the one that is shown then has it.
  const onRow = useRef(false);
  useEffect(() => {
    if (focusIsLost()) {
      if (onRow.current && !filling && selected !== undefined) focusOn(rowId(selected));
    } else onRow.current = focusedId().startsWith(rowId(''));
  });
  const move = (step: number) => {
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (filling || next === undefined) return;
    select(next.id);
    focusRow(next.id);
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
    focusRow(first.id);
  };
  const goBack = () => {
    if (filling) stop();
    else setFull(false);
    focusRow(selected);
  };
  const begin = ({ action, off }: CaseAction) => {
    if (off !== undefined || query.data === undefined) return;
    // The button is off; its key is too, and says whose the case is.
    if (look?.claim && !look.claim.mine && look.mayClaim && HELD_ACTIONS.has(action)) {
      toast(`这件在${look.claim.name}手上，先接过来`);
      return;
    }
    setConflict(undefined);
    if (hasForm(action)) setActing(action);
    else go(...pageOfAct(action, query.data));
  };
  const turnTo = (action: ActionName) => {
    setConflict(undefined);
    setActing(action);
  };
  const offerUndo: DeskState['offerUndo'] = (words, cases, seconds = 10) => {
    if (cases.length > 0 && seconds > 0)
      setUndoing({ cases, said: words, until: Date.now() + seconds * 1000 });
  };
  const done = (after: StaffCaseView) => {
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
    const { id, version, undoSeconds } = after;
    offerUndo(`${after.headName}家：${said}`, [{ caseId: id, version }], undoSeconds);
    // With nothing left in the list the keyboard stays on what can still be done.
    if (onward === undefined && filter.tab === 'MINE' && undoSeconds > 0) focusId.current = UNDO_ID;
    else focusRow(onward?.id ?? selected);
  };
  const act = (wanted: CaseAction | undefined) => {
    if (wanted !== undefined && !filling) begin(wanted);
  };
  const acts = query.data === undefined ? undefined : actionsOf(query.data);

  const openWhole = () => setFull(query.data !== undefined);
  const openPanel = (wanted: 'hands' | 'bulk') => {
    if (filling) return;
    setPanel(wanted);
    if (wanted === 'bulk') setFull(false);
  };
  const claimOrRelease = () => {
    if (filling || look === undefined) return;
    if (look.claim !== null && !look.claim.mine) openPanel('hands');
    else if (look.claim !== null || look.mayClaim)
      hands.act({ op: look.claim === null ? 'claim' : 'release' });
  };
  const mayPass = look !== undefined && (look.claim === null ? false : look.claim.mine || look.mayClaim);
  const isLeader = me?.grants.some(({ role }) => role === 'TOWN_LEADER') === true;
  const bulkRows = isLeader ? rows.filter(({ state }) => state === 'TOWN_REVIEW') : [];

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    // While a form is open, Enter hands it in.
    ...(!filling && { Enter: openWhole }),
    Escape: goBack,
    a: () => act(acts?.primary),
    r: () => act(acts && actByKey(acts, 'R')),
    v: () => act(acts && actByKey(acts, 'V')),
    c: claimOrRelease,
    t: () => mayPass && openPanel('hands'),
    b: () => bulkRows.length > 1 && openPanel('bulk'),
    '?': () => setHelp(!help),
    'g m': () => openTab('MINE'),
    'g o': () => openTab('OVERDUE'),
    'g w': () => openTab('WAITING_FAMILY'),
  });

  return {
    me,
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
    turnTo,
    begin,
    done,
    hands,
    panel,
    openPanel,
    claimOrRelease,
    bulkRows,
    openFromBulk: (id) => {
      select(id);
      focusRow(id);
    },
    undoing,
    offerUndo,
    endUndo: (undone) => {
      const first = undoing?.cases[0]?.caseId;
      setUndoing(undefined);
      if (!undone) return;
      toast(DONE_WORDS.undoDecision ?? '');
      if (first === undefined) return;
      select(first);
      focusRow(first);
    },
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
