import {
  type Family,
  familyProblem,
  type MeetingForm,
  meetingProblems,
  openMeeting,
  parseTime,
  recusalsOf,
  splitNames,
  takenOf,
  toMeeting,
  votersFor,
  whyOff,
} from '@miniapp/features/meeting/form';
import { MeetingInput } from '@shared/casework';

const family = (caseId: string, headName: string, more: Partial<Family> = {}): Family => ({
  caseId,
  version: 7,
  headName,
  memberCount: 4,
  group: '2组',
  dueOn: '2026-03-08',
  off: null,
  relatives: [{ name: headName, relation: '自家人' }],
  comparison: [],
  rule: { quorum: 9, oddOnly: false, minVillagerShare: 0 },
  ...more,
});

const TIAN = family('case-1', '田有福');
const LIU = family('case-2', '柳春生', { relatives: [{ name: '柳春林', relation: '堂弟' }] });
const HELD_BACK = family('case-3', '贺老实', { off: '您是这家的亲戚，要回避。' });

const form: MeetingForm = {
  ...openMeeting('2026-03-06', ['case-1', 'case-2', 'case-3']),
  time: '15:00',
  place: '村委会会议室',
  convenor: '周正平',
  names: {
    COMMITTEE: '周正平、李春梅，赵大勇',
    TASKFORCE: '王建军',
    PARTY_MEMBER: '马国兴 罗庆云',
    VILLAGER: '柳春林\n杨桂兰\n施永安\n白德胜\n韩老四',
    GROUP_LEADER: '',
  },
  families: {
    'case-1': { votes: { yes: 11, no: 0, abstain: 0 }, added: [], dismissed: [], minutes: '' },
    'case-2': { votes: { yes: 9, no: 1, abstain: 0 }, added: [], dismissed: [], minutes: '' },
  },
};

test('names are taken however they are separated', () => {
  expect(splitNames('周正平、李春梅，赵大勇 ;王建军\n\n')).toEqual(['周正平', '李春梅', '赵大勇', '王建军']);
});

test.each([
  ['15:00', '15:00'],
  ['15：05', '15:05'],
  ['1500', '15:00'],
  ['9', '09:00'],
  ['9点30分', '09:30'],
])('%s is a time', (text, time) => expect(parseTime(text)).toBe(time));
test.each(['', '25:00', '15:61', '下午三点'])('%s is none', (text) =>
  expect(parseTime(text)).toBeUndefined(),
);

test('a relative who came is proposed and does not vote; what it gives is what the server takes', () => {
  const families = takenOf(form, [TIAN, LIU, HELD_BACK]);
  expect(families).toEqual([TIAN, LIU]);
  expect(recusalsOf(form, LIU)).toEqual([{ name: '柳春林', relation: '堂弟' }]);
  expect([votersFor(form, TIAN), votersFor(form, LIU)]).toEqual([11, 10]);
  expect(whyOff(form, families, 0)).toBeUndefined();
  expect(meetingProblems(form, families)).toEqual({});
  const sent = toMeeting(form, families, []);
  expect(sent).toMatchObject({ metAt: '2026-03-06T15:00:00+08:00', cases: [{ yes: 11 }, { yes: 9, no: 1 }] });
  // The line under the form, which nobody ticks for whoever records it, is all that is missing.
  expect(MeetingInput.safeParse(sent).success).toBe(false);
  expect(MeetingInput.safeParse({ ...sent, kinshipDeclared: true }).success).toBe(true);
});

test('somebody else of the same name votes once a person has said so', () => {
  const said = { votes: {}, added: [], dismissed: ['柳春林'], minutes: '' };
  expect(votersFor({ ...form, families: { 'case-2': said } }, LIU)).toBe(11);
});

test('one vote short, an empty box, too few people, nobody chosen: handing in waits and says why', () => {
  const votes = (one: { yes?: number; no?: number; abstain?: number }): MeetingForm => ({
    ...form,
    families: { 'case-1': { votes: one, added: [], dismissed: [], minutes: '' } },
  });
  expect(whyOff(votes({ yes: 10, no: 0, abstain: 0 }), [TIAN], 0)).toBe('田有福家差 1 票，再数一数');
  expect(whyOff(votes({ yes: 11, no: 1, abstain: 0 }), [TIAN], 0)).toBe('田有福家多 1 票，再数一数');
  expect(whyOff(votes({ yes: 11 }), [TIAN], 0)).toBe('田有福家的票还没填全');
  expect(whyOff(form, [{ ...TIAN, rule: { ...TIAN.rule, quorum: 13 } }], 0)).toBe('到会的还差 2 人');
  expect(whyOff(form, [], 0)).toContain('一户也没选');
  expect(whyOff(form, [TIAN], 2)).toContain('照片');
});

test('somebody twice, an even number where it must be odd, a recusal of somebody absent or of no relation', () => {
  const names = { ...form.names, TASKFORCE: '王建军、王建军' };
  expect(meetingProblems({ ...form, names }, [TIAN]).attendees).toContain('写了两次');
  const odd = { ...TIAN, rule: { ...TIAN.rule, oddOnly: true } };
  expect(meetingProblems({ ...form, names: { ...form.names, TASKFORCE: '' } }, [odd]).attendees).toBeTruthy();
  const recused = (name: string, relation: string): MeetingForm => ({
    ...form,
    families: {
      'case-1': {
        votes: { yes: 10, no: 0, abstain: 0 },
        added: [{ name, relation }],
        dismissed: [],
        minutes: '',
      },
    },
  });
  expect(familyProblem(recused('田有财', '弟弟'), TIAN)).toContain('不在到会名单里');
  expect(familyProblem(recused('白德胜', ''), TIAN)).toContain('什么关系');
  expect(familyProblem(recused('白德胜', '表哥'), TIAN)).toBeUndefined();
});
