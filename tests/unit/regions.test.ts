import {
  chainOf,
  codeOf,
  countyOf,
  covers,
  groupCode,
  groupNumber,
  isGroupCode,
  isRegionCode,
  levelOf,
  parentOf,
  type Region,
  RegionCodeError,
  scopeOf,
  searchRegions,
  townOf,
} from '@shared/regions';

const VILLAGE = '150521100200';

describe('a code', () => {
  test.each([
    ['150000000000', 'PROVINCE', '15', null],
    ['150500000000', 'CITY', '1505', '150000000000'],
    ['150521000000', 'COUNTY', '150521', '150500000000'],
    ['150521100000', 'TOWN', '150521100', '150521000000'],
    [VILLAGE, 'VILLAGE', VILLAGE, '150521100000'],
    // A township may end in a zero, and a village in two.
    ['150521110000', 'TOWN', '150521110', '150521000000'],
    ['150521100500', 'VILLAGE', '150521100500', '150521100000'],
  ])('%s is a %s with scope %s', (code, level, scope, parent) => {
    expect(levelOf(code)).toBe(level);
    expect(scopeOf(code)).toBe(scope);
    expect(parentOf(code)).toBe(parent);
    expect(codeOf(scope)).toBe(code);
  });

  test('tells its county and township', () => {
    expect(countyOf(VILLAGE)).toBe('150521');
    expect(townOf(VILLAGE)).toBe('150521100');
    expect(countyOf('150521000000')).toBe('150521');
    expect(countyOf(groupCode(VILLAGE, 2))).toBe('150521');
  });

  test.each([
    '',
    '150521',
    '15052110020',
    '1505211002000',
    '05052110020x',
    '１５０５２１１００２００',
    '15052110020 ',
  ])('%j is refused', (text) => {
    expect(isRegionCode(text)).toBe(false);
    for (const ask of [levelOf, scopeOf, countyOf, townOf, parentOf])
      expect(() => ask(text)).toThrow(RegionCodeError);
  });

  test.each(['', '1', '150', '15052', '1505211', '150521100000'])('the scope %j is no place', (scope) => {
    expect(() => codeOf(scope)).toThrow(RegionCodeError);
  });
});

test('a scope covers what lies inside it and nothing beside it', () => {
  expect(covers('150521', VILLAGE)).toBe(true);
  expect(covers('150521100', VILLAGE)).toBe(true);
  expect(covers(VILLAGE, VILLAGE)).toBe(true);
  expect(covers('', VILLAGE)).toBe(true);
  expect(covers('150521101', VILLAGE)).toBe(false);
  expect(covers('150522', VILLAGE)).toBe(false);
  expect(covers(VILLAGE, '150521100000')).toBe(false);
  expect(covers(VILLAGE, groupCode(VILLAGE, 2))).toBe(true);
});

describe('a village group', () => {
  test('has the village’s code and its own number', () => {
    expect(groupCode(VILLAGE, 2)).toBe('150521100200-02');
    expect(groupCode(VILLAGE, 100)).toBe('150521100200-100');
    expect(groupNumber('150521100200-02')).toBe(2);
    expect(parentOf('150521100200-02')).toBe(VILLAGE);
    expect(scopeOf('150521100200-02')).toBe('150521100200-02');
    expect(isGroupCode('150521100200-02')).toBe(true);
  });

  test.each([
    ['150521100000', 1],
    [VILLAGE, 0],
    [VILLAGE, 1000],
    [VILLAGE, 1.5],
  ])('is not made of %s and %d', (village, number) => {
    expect(() => groupCode(village, number)).toThrow(RegionCodeError);
  });

  test('is not read from a plain code', () => {
    expect(isGroupCode(VILLAGE)).toBe(false);
    expect(() => groupNumber(VILLAGE)).toThrow(RegionCodeError);
  });
});

describe('search', () => {
  const place = (code: string, name: string): Region => ({
    code,
    name,
    level: levelOf(code),
    parent: parentOf(code),
  });
  const places = [
    place('150521000000', '科尔沁左翼中旗'),
    place('150521100000', '保康镇'),
    place('150521100200', '保西村'),
    place('150521100209', '东道尔吉花嘎查'),
    place('150521100216', '西道尔吉花嘎查'),
    place('150521100300', '小保康村'),
    place('150521101000', '宝龙山镇'),
    place('150521101200', '保康嘎查'),
    place('150521403000', '保康街道办事处'),
  ];
  const names = (text: string, options = {}) => searchRegions(places, text, options).map(({ name }) => name);

  test('puts the whole name first, then the name as it is spoken, beginnings, middles, and what lies inside', () => {
    expect(names('保康镇')).toEqual(['保康镇', '保西村', '东道尔吉花嘎查', '西道尔吉花嘎查', '小保康村']);
    expect(names('保康').slice(0, 4)).toEqual(['保康镇', '保康街道办事处', '保康嘎查', '小保康村']);
    expect(names('保')[0]).toBe('保康镇');
    expect(names('道尔吉花')).toEqual(['东道尔吉花嘎查', '西道尔吉花嘎查']);
  });

  test('takes a word for each place on the way down', () => {
    expect(names('保康镇 西')).toEqual(['西道尔吉花嘎查', '保西村']);
    expect(names('宝龙山 保康')).toEqual(['保康嘎查']);
    expect(names('宝龙山 保西')).toEqual([]);
  });

  test('gives one level alone, and no more than wanted', () => {
    expect(names('保康', { level: 'TOWN' })).toEqual(['保康镇', '保康街道办事处']);
    expect(names('保康', { level: 'VILLAGE' })).toEqual([
      '保康嘎查',
      '小保康村',
      '保西村',
      '东道尔吉花嘎查',
      '西道尔吉花嘎查',
    ]);
    expect(names('保康', { limit: 2 })).toHaveLength(2);
  });

  test('finds by the digits of a code', () => {
    expect(names('150521100200')).toEqual(['保西村']);
    expect(names('150521101')).toEqual(['宝龙山镇', '保康嘎查']);
  });

  test('is not led astray by spaces and wide digits', () => {
    expect(names('  ')).toEqual([]);
    expect(names('')).toEqual([]);
    expect(names('　保西　')).toEqual(['保西村']);
    expect(names('１５０５２１１００２００')).toEqual(['保西村']);
    expect(names('没有这里')).toEqual([]);
  });

  test('tells the way from a place up', () => {
    const byCode = new Map(places.map((region) => [region.code, region]));
    expect(chainOf(byCode, '150521100200').map(({ name }) => name)).toEqual([
      '保西村',
      '保康镇',
      '科尔沁左翼中旗',
    ]);
  });
});
