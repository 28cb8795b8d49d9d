import { noticeSheet } from '@shared/messages/notice-sheet';
import { POLICY_CATEGORY_LABELS } from '@shared/messages/policies';
import { noticeSheetPaper, textOf } from '@shared/papers';
import { CATALOGUE, searchPolicies } from '@shared/policies';
import { DEMO_2026, GANSU2023 } from '@shared/procedure';
import { LONGEST, NEVER, OFFICE_WORDS, sentences } from '@tests/support/plain-words';

const SHELF = CATALOGUE.map(({ code, name, category, summary, how }) => ({
  ...{ code, name, summary, how },
  category: POLICY_CATEGORY_LABELS[category],
}));
const find = (text: string) => searchPolicies(SHELF, text, POLICY_CATEGORY_LABELS).map(({ name }) => name);

describe('the list of all policies', () => {
  test.each([
    ['住院', '医疗救助'],
    ['学费', '雨露计划'],
    ['漏雨', '农村危房改造'],
    ['打工', '外出务工交通补助'],
    ['种地', '耕地地力保护补贴'],
    ['轮椅', '残疾人轮椅车燃油补贴'],
    ['没饭吃', '农村低保'],
    ['借钱', '小额信贷'],
    ['孩子上学', '雨露计划'],
    ['欠薪', '法律援助和讨要工钱'],
  ])('%s finds %s', (word, name) => {
    expect(find(word)).toContain(name);
  });

  test('a name goes first, an empty box shows all, nonsense shows none', () => {
    expect(find('雨露')[0]).toBe('雨露计划');
    expect(find('  ')).toHaveLength(CATALOGUE.length);
    expect(find('航天飞机')).toEqual([]);
    expect(find('看病 航天')).toEqual([]);
  });
  test('every shelf is found by its own name', () => {
    for (const { name, category } of SHELF) expect(find(category)).toContain(name);
  });
});

describe('申报政策明白纸', () => {
  test.each([DEMO_2026, GANSU2023])('says the days and sums of $code, in plain words', (profile) => {
    const parts = noticeSheet(profile, ['看病', '上学']);
    const said = parts.map(({ lines }) => lines.join('')).join('');
    expect(said).toContain(
      `${profile.clock.capDays} ${profile.clock.unit === 'NATURAL' ? '天' : '个工作日'}`,
    );
    expect(said).toContain(`贴出来 ${profile.publicity.days}`);
    expect(said).toContain(profile.names.hotline);
    for (const sentence of sentences(said)) {
      expect(sentence.length).toBeLessThanOrEqual(LONGEST);
      expect(sentence).not.toMatch(NEVER);
    }
    expect(said.replaceAll('工作日', '')).not.toMatch(OFFICE_WORDS);
    const offices = {
      village: { office: '村委会', name: '', phone: '0990-1' },
      town: { office: '云岭镇办公室', name: '', phone: '' },
      county: { office: '县里', name: '', phone: '0990-3' },
    };
    const text = textOf(
      noticeSheetPaper(
        parts,
        { villageName: '青禾村', offices },
        { on: '2026-03-01', hotline: '12317', code: 'https://x' },
      ),
    );
    expect(text).toContain('村委会 0990-1');
    expect(text).not.toContain('云岭镇');
    for (const { title } of parts) expect(text).toContain(title);
  });
});
