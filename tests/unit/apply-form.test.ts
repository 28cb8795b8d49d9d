import { type Answers, answered, answersFrom, NO_ANSWERS } from '@miniapp/features/apply/answers';
import { answersBefore, isAsBefore, type ToldBefore } from '@miniapp/features/apply/before';
import { firstUnfinished, problemsOf, stepOfField } from '@miniapp/features/apply/checks';
import {
  draftOf,
  type Form,
  type FormAction,
  formAfter,
  formOf,
  NEW_FORM,
} from '@miniapp/features/apply/form';
import { papersFor } from '@miniapp/features/apply/papers';
import { reportOf } from '@miniapp/features/apply/report';
import { progressOf, STEPS, stepsFor } from '@miniapp/features/apply/steps';
import { ReportInput } from '@shared/casework';
import { PHRASES, type Phrase } from '@shared/casework/codes';
import { composeIdNumber } from '@shared/people';
import fc from 'fast-check';

const VILLAGE = { code: '150521100201', name: '青禾村', townName: '云岭镇', countyName: '示例县' };
const NOW = 1_764_000_000_000;
const ID = composeIdNumber({ area: '990101', birthDate: '1973-11-05', sequence: 1 });

const acted = (form: Form, ...actions: FormAction[]) => actions.reduce(formAfter, form);
const say = (answers: Partial<Answers>): FormAction => ({ type: 'said', answers });
const NEXT: FormAction = { type: 'next' };
const BACK: FormAction = { type: 'back' };

/** As far as 02-f, for the head of a family who taps one phrase. */
const shortest = acted(
  NEW_FORM,
  say({ village: VILLAGE }),
  NEXT,
  say({ who: 'HEAD' }),
  NEXT,
  say({ headName: '田有福', idNo: ID }),
  NEXT,
  say({ noPhone: true }),
  NEXT,
  say({ phrases: ['BIG_ILLNESS'] }),
  NEXT,
  NEXT,
);

describe('the way through the report', () => {
  test('one phrase says the trouble, so its page is left out and its value is there', () => {
    expect(shortest.step).toBe('check');
    expect(shortest.answers.troubles).toEqual(['ILLNESS']);
    expect(progressOf('check', shortest.answers)).toEqual({ now: 7, total: 7 });
  });

  test('words alone leave the trouble open, so its page is asked', () => {
    const form = acted({ ...shortest, step: 'what' }, say({ phrases: [], text: '去年冬天住院' }), NEXT);
    expect(form.step).toBe('trouble');
    expect(progressOf(form.step, form.answers)).toEqual({ now: 6, total: 8 });
  });

  test('a recording alone is enough, and leaves the trouble open', () => {
    const voice = { key: 'voice-1', seconds: 18, attachmentId: null };
    const silent = acted({ ...shortest, step: 'what' }, say({ phrases: [], text: '' }), NEXT);
    expect(silent.problems.map(({ field }) => field)).toEqual(['difficulty']);
    const form = acted(silent, say({ voice }));
    expect(form.problems).toEqual([]);
    expect(formAfter(form, NEXT).step).toBe('trouble');
    expect(reportOf({ ...form.answers, voice: { ...voice, attachmentId: 'a-1' } }).difficulty.voiceId).toBe(
      'a-1',
    );
    expect(reportOf(form.answers).difficulty.voiceId).toBeNull();
  });

  test.each([
    [
      { key: 'v', seconds: 18, attachmentId: 'a' },
      { key: 'v', seconds: 18, attachmentId: 'a' },
    ],
    [
      { key: 'v', seconds: 18, attachmentId: 7 },
      { key: 'v', seconds: 18, attachmentId: null },
    ],
    [{ key: 'v', seconds: 0 }, null],
    [{ key: 'v', seconds: 61 }, null],
    [{ key: 'v', seconds: 1.5 }, null],
    [{ seconds: 18 }, null],
    ['v', null],
  ])('a kept recording %j comes back as %j', (kept, voice) => {
    expect(answersFrom({ voice: kept }).voice).toEqual(voice);
  });

  test('four kinds are too many: three are ticked already and the page is asked', () => {
    const phrases: Phrase[] = ['WATER_HARD', 'BIG_ILLNESS', 'SCHOOL_HARD', 'DISASTER'];
    const form = acted({ ...shortest, step: 'what' }, say({ phrases }), NEXT);
    expect(form.step).toBe('trouble');
    expect(form.answers.troubles).toEqual(['WATER', 'ILLNESS', 'SCHOOLING']);
  });

  test('two phrases of one kind count once', () => {
    const phrases: Phrase[] = ['BIG_ILLNESS', 'LONG_MEDICINE', 'SCHOOL_HARD', 'DISASTER'];
    const form = acted({ ...shortest, step: 'what' }, say({ phrases }), NEXT);
    expect(form.step).toBe('photos');
  });

  test('back goes the same way in reverse and keeps every answer', () => {
    const seen: string[] = [];
    let form = shortest;
    for (let at = 0; at < 8; at += 1) {
      seen.push(form.step);
      form = formAfter(form, BACK);
    }
    expect(seen).toEqual(['check', 'photos', 'what', 'phone', 'head', 'who', 'village', 'village']);
    expect(form.answers).toEqual(shortest.answers);
  });

  test('a change lands on the last page again', () => {
    const form = acted(shortest, { type: 'change', step: 'phone' }, say({ phone: '13800001234' }), NEXT);
    expect(form).toMatchObject({ step: 'check', changing: false, answers: { noPhone: false } });
    expect(acted(shortest, { type: 'change', step: 'head' }, BACK).step).toBe('check');
    expect(acted(shortest, { type: 'change', step: 'people' }, NEXT).step).toBe('check');
  });

  test('changing the words to text only asks for the trouble once it is not known', () => {
    const known = acted(shortest, { type: 'change', step: 'what' }, say({ text: '还欠着药费' }), NEXT);
    expect(known.step).toBe('check');
    const open = acted(
      shortest,
      { type: 'change', step: 'what' },
      say({ phrases: [], text: '说不清' }),
      NEXT,
    );
    expect(open).toMatchObject({ step: 'trouble', changing: true });
    expect(acted(open, say({ troubles: ['OTHER'] }), NEXT).step).toBe('check');
  });

  test('the total never grows on the way forward', () => {
    const phrases = fc.uniqueArray(fc.constantFrom(...(Object.keys(PHRASES) as Phrase[])));
    fc.assert(
      fc.property(phrases, fc.string(), (tapped, text) => {
        let form: Form = acted(NEW_FORM, say({ village: VILLAGE }));
        const said = { who: 'HEAD', headName: '田有福', idLater: true, noPhone: true } as const;
        form = formAfter(form, say({ ...said }));
        let total = progressOf(form.step, form.answers).total;
        for (let at = 0; at < STEPS.length; at += 1) {
          if (form.step === 'what') form = formAfter(form, say({ phrases: tapped, text: `${text}难` }));
          if (form.step === 'trouble' && form.answers.troubles.length === 0)
            form = formAfter(form, say({ troubles: ['OTHER'] }));
          form = formAfter(form, NEXT);
          const now = progressOf(form.step, form.answers);
          expect(now.total).toBeLessThanOrEqual(total);
          expect(now.now).toBeLessThanOrEqual(now.total);
          total = now.total;
        }
        expect(form.step).toBe('check');
        expect(stepsFor(form.answers)).toContain(form.step);
      }),
    );
  });
});

describe('what keeps a person on a page', () => {
  const head = { ...shortest, step: 'head' as const };

  test('17 digits: what we saw, what it should be, what to do', () => {
    const form = acted(head, say({ idNo: ID.slice(0, 17) }), NEXT);
    expect(form.step).toBe('head');
    expect(form.problems.map(({ message }) => message)).toEqual([
      '您填了 17 位，身份证号是 18 位。最后一位有时是字母 X，请再看一眼。',
    ]);
    expect(form.answers.idNo).toBe(ID.slice(0, 17));
  });

  test('a second wrong number may be left to the visit, and goes as none', () => {
    const wrong = `${ID.slice(0, 17)}${ID.endsWith('1') ? '2' : '1'}`;
    const once = acted(head, say({ idNo: wrong }), NEXT);
    expect(once.answers.idRefusals).toBe(1);
    const twice = acted(once, NEXT);
    expect(twice.answers.idRefusals).toBe(2);
    const left = acted(twice, say({ idLater: true }), NEXT);
    expect(left.step).toBe('phone');
    expect(reportOf(left.answers).idNo).toBeNull();
    expect(left.answers.idNo).toBe(wrong);
  });

  test('an emoji in the name, an empty name, an empty number', () => {
    const messages = (answers: Partial<Answers>) =>
      acted(head, say(answers), NEXT).problems.map(({ message }) => message);
    expect(messages({ headName: '田有福😀' })).toEqual(['名字里有表情，请只写名字。']);
    expect(messages({ headName: ' ' })).toEqual(['还没有写名字。']);
    expect(messages({ idNo: '' })).toEqual(['还没有写身份证号。不在手边，就点下面的“身份证不在手边”。']);
    expect(messages({ headName: '1田', idNo: '' })).toHaveLength(2);
  });

  test('the sentence goes while the field is mended, the other stays', () => {
    const form = acted(head, say({ headName: '', idNo: '12' }), NEXT, say({ headName: '田' }));
    expect(form.problems.map(({ field }) => field)).toEqual(['idNo']);
  });

  test('a phone of ten digits, no phone at all', () => {
    const phone = acted({ ...shortest, step: 'phone' }, say({ noPhone: false, phone: '1380000123' }), NEXT);
    expect(phone.problems[0]?.message).toBe('手机号是 11 位，您填了 10 位。没有手机也可以选“没有电话”。');
    expect(acted(phone, say({ noPhone: true }), NEXT).step).toBe('what');
  });

  test('who reports for another must say who and why; the head need not', () => {
    const who: Form = { ...NEW_FORM, step: 'who' };
    const fields = (answers: Partial<Answers>) =>
      acted(who, say(answers), NEXT).problems.map(({ field }) => field);
    expect(fields({})).toEqual(['who']);
    expect(fields({ who: 'HEAD' })).toEqual([]);
    expect(fields({ who: 'FAMILY' })).toEqual(['relation', 'reporterName', 'reason']);
    expect(
      fields({ who: 'FAMILY', relation: 'CHILD', reporterName: '田晓雨', reason: '写字不方便' }),
    ).toEqual([]);
  });

  test('a neighbour cannot keep being the daughter', () => {
    const answers = answered(answered(NO_ANSWERS, { who: 'FAMILY', relation: 'CHILD' }), {
      who: 'NEIGHBOUR',
    });
    expect(answers.relation).toBeNull();
  });

  test('a field that the server refuses has its page', () => {
    expect(stepOfField('reporter.name')).toBe('who');
    expect(stepOfField('idNo')).toBe('head');
    expect(stepOfField('photoIds.2')).toBe('photos');
    expect(stepOfField('whatever')).toBe('check');
    const form = acted(shortest, {
      type: 'refused',
      step: 'head',
      problems: [{ field: 'idNo', message: '号码里的生日不对' }],
    });
    expect(form).toMatchObject({ step: 'head', changing: true });
    expect(form.problems).toHaveLength(1);
  });
});

describe('what is handed in', () => {
  test('the report of the shortest path is what the server takes', () => {
    expect(firstUnfinished(shortest.answers)).toBeNull();
    const report = ReportInput.parse(reportOf(shortest.answers));
    expect(report).toMatchObject({
      village: VILLAGE.code,
      headName: '田有福',
      idNo: ID,
      phone: null,
      reporter: { relation: 'SELF', name: '', reason: '' },
      riskTypes: ['ILLNESS'],
      photoIds: [],
    });
  });

  test('full-width digits and spaces are mended, photos that never arrived are left out', () => {
    const report = reportOf({
      ...shortest.answers,
      idNo: `${ID.slice(0, 6)} ${ID.slice(6)}`,
      phone: '１３８ ０００ ０１２３４',
      noPhone: false,
      photos: [
        { key: 'a', paper: 'bill', attachmentId: 'att-1' },
        { key: 'b', paper: 'bill', attachmentId: null },
      ],
    });
    expect(report).toMatchObject({ idNo: ID, phone: '13800001234', photoIds: ['att-1'] });
  });

  test('an unfinished page is found before the server finds it', () => {
    expect(firstUnfinished({ ...shortest.answers, headName: '' })).toBe('head');
    expect(firstUnfinished(NO_ANSWERS)).toBe('village');
    expect(problemsOf('check', NO_ANSWERS)).toEqual([]);
  });

  test('papers follow the trouble, each once', () => {
    expect(papersFor(['ILLNESS', 'ACCIDENT', 'SCHOOLING']).map(({ key }) => key)).toEqual([
      'diagnosis',
      'bill',
      'accident',
      'school',
    ]);
    expect(papersFor([]).map(({ key }) => key)).toEqual(['other']);
  });
});

describe('a kept draft', () => {
  test('comes back as it was', () => {
    const form: Form = { ...shortest, step: 'photos' };
    expect(formOf(JSON.parse(JSON.stringify(draftOf(form, NOW))))).toEqual({
      ...form,
      changing: false,
      problems: [],
    });
  });

  test('an untouched form is no draft', () => {
    expect(formOf(draftOf(acted(NEW_FORM, say({ village: VILLAGE })), NOW))).toBeNull();
    expect(formOf(null)).toBeNull();
  });

  test('of version 1, from before the text was read out, keeps every answer and its page', () => {
    const { readOut: _readOut, needs: _needs, ...answers } = shortest.answers;
    const old = { ...draftOf({ ...shortest, step: 'photos' }, NOW), formVersion: 1, answers };
    expect(formOf(old)).toMatchObject({ answers: shortest.answers, step: 'photos' });
  });

  test('of a newer app is read as far as this one understands it, from the first page that is open', () => {
    const { headName: _name, ...answers } = shortest.answers;
    const newer = { formVersion: 99, step: 'photos', answers: { ...answers, householdName: '田' } };
    expect(formOf(newer)).toMatchObject({ answers: { ...shortest.answers, headName: '' }, step: 'head' });
  });

  test('whatever was kept, the answers have their shape', () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.keys(NO_ANSWERS)), fc.jsonValue());
    fc.assert(
      fc.property(anything, (kept) => {
        const answers = answersFrom(kept);
        expect(Object.keys(answers).sort()).toEqual(Object.keys(NO_ANSWERS).sort());
        expect(answers.troubles.length).toBeLessThanOrEqual(3);
        for (const step of STEPS) problemsOf(step, answers);
      }),
    );
  });
});

describe('a report that begins with what was told before', () => {
  const told: ToldBefore = {
    caseId: 'c1',
    caseNo: '260302176',
    endedOn: '2026-03-02',
    village: VILLAGE.code,
    group: '2组',
    headName: '田有福',
    idNo: ID,
    phone: null,
    noPhone: true,
    reporter: { relation: 'CHILD', name: '田晓雨', reason: '写字不方便' },
    phrases: ['BIG_ILLNESS'],
    text: '去年住院',
    riskTypes: ['ILLNESS', 'SCHOOLING'],
    needs: [],
    memberCount: 4,
  };
  const begun = acted(NEW_FORM, { type: 'begin', answers: answersBefore(told, VILLAGE) });

  test('is not handed in before each page that was filled in was looked at, optional ones too', () => {
    const pages: string[] = [];
    let form = begun;
    for (; firstUnfinished(form.answers) !== null; form = formAfter(form, { type: 'next' }))
      pages.push(form.step);
    expect(pages).toEqual(['village', 'who', 'head', 'phone', 'what', 'trouble', 'photos', 'people']);
    expect(ReportInput.parse(reportOf(form.answers))).toMatchObject({
      again: 'c1',
      idNo: ID,
      phone: null,
      reporter: { relation: 'CHILD', name: '田晓雨', reason: '写字不方便' },
      riskTypes: ['ILLNESS', 'SCHOOLING'],
      memberCount: 4,
      difficulty: { voiceId: null },
      photoIds: [],
    });
  });

  test('marks what stands as it was; what is changed is hers, and changing it back is as it was', () => {
    const at = (form: Form) => STEPS.filter((step) => isAsBefore(form.answers, step));
    expect(at(begun)).toEqual(['village', 'who', 'head', 'phone', 'what', 'trouble']);
    const changed = acted(begun, say({ text: '又住院了' }));
    expect(at(changed)).not.toContain('what');
    expect(at(acted(changed, say({ text: '去年住院' })))).toEqual(at(begun));
  });

  test('survives being kept; what was nothing then is asked as ever', () => {
    expect(formOf(JSON.parse(JSON.stringify(draftOf(begun, NOW))))).toEqual(begun);
    const bare = answersBefore(
      { ...told, reporter: null, idNo: null, noPhone: false, memberCount: null },
      VILLAGE,
    );
    expect(bare).toMatchObject({ who: null, idNo: '', phone: '', noPhone: false });
    expect(Object.keys(bare.before?.filled ?? {})).toEqual(['village', 'head', 'what', 'trouble']);
  });
});
