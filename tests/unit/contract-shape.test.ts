import { ACTION_NAMES, type ActionName } from '@shared/casework';
import {
  allRoutes,
  ERROR_STATUS,
  OPERATIONS,
  type Operation,
  type OperationName,
  pathFields,
  routeOf,
} from '@shared/contract';
import { z } from '@shared/zod';

const named = OPERATIONS.map((operation) => [operation.name, operation] as const);

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
}

const inputOf = ({ input }: Operation) =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

describe('routes', () => {
  test('no two operations share method and path, whatever the names of their fields', () => {
    const addresses = Object.values(allRoutes()).map((route) => route.replaceAll(/\{\w+\}/g, '{}'));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('a fixed word never stands where another operation of that method has a field', () => {
    const clashes = Object.values(allRoutes()).filter((route) =>
      Object.values(allRoutes()).some(
        (other) => other !== route && other.includes('{') && matches(other, route),
      ),
    );
    expect(clashes).toEqual([]);
  });

  test.each(named)('%s: reads by GET, changes by POST, in its own area', (name, { kind, path }) => {
    const { method } = routeOf(name as OperationName);
    expect(kind).toBe(method === 'GET' ? 'query' : 'command');
    expect(path).toMatch(/^(\/[a-z-]+|\/\{\w+\})+$/);
  });

  function matches(template: string, route: string): boolean {
    return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/{}]+')}$`).test(route);
  }
});

describe('inputs', () => {
  test.each(named)('%s: every field of the path is required', (_, operation) => {
    const { properties = {}, required = [] } = inputOf(operation);
    for (const field of pathFields(operation.path)) {
      expect(Object.keys(properties)).toContain(field);
      expect(required).toContain(field);
    }
  });

  test.each(named.filter(([, { kind }]) => kind === 'query'))(
    '%s: a query carries nothing but plain values, which fit a query string',
    (_, operation) => {
      for (const field of Object.values(inputOf(operation).properties ?? {}))
        expect(['object', 'array']).not.toContain(field.type);
    },
  );

  test.each(named)('%s: takes an object, and refuses text, lists and nothing', (_, { input }) => {
    for (const value of ['text', 5, null, [], [{}]]) expect(input.safeParse(value).success).toBe(false);
  });

  test.each(named)('%s: an unknown field does not get through', (_, { input }) => {
    const parsed = input.safeParse({ ...EXAMPLE, openid: 'forged', grants: [{ role: 'COUNTY_LEADER' }] });
    if (parsed.success)
      for (const field of ['openid', 'grants']) expect(parsed.data).not.toHaveProperty(field);
  });

  /** Fields that some operations need, so that a part of them parses. */
  const EXAMPLE = { code: 'root', village: '990101001201', caseId: 'c1', version: 1, text: 'a', tab: 'MINE' };
});

describe('errors', () => {
  test.each(named)('%s: whoever must be known can be told so', (_, { callers, errors }) => {
    expect(errors).toEqual(expect.arrayContaining(['bad_input', 'rate_limited', 'internal']));
    const known = callers !== 'ANYONE';
    expect(errors.includes('unauthenticated')).toBe(known);
    for (const code of errors) expect(ERROR_STATUS).toHaveProperty(code);
    expect(new Set(errors).size).toBe(errors.length);
  });

  test.each(named)('%s: has a sentence for its reader and a ceiling', (_, { summary, rate }) => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(rate.limit).toBeGreaterThan(0);
    expect(rate.seconds).toBeGreaterThan(0);
  });
});

describe('a case', () => {
  /** How each step of a case is taken; the timer closes publicity, notices post and announce. */
  const OPERATION: Record<ActionName, string[]> = {
    accept: ['reviews.accept'],
    assignVerifiers: ['reviews.assignVerifiers'],
    recordAuthorization: ['applications.authorize', 'reviews.recordAuthorization', 'consents.sign'],
    recordVerification: ['reviews.recordVerification'],
    signVerification: ['reviews.signVerification'],
    requestDataCheck: ['reviews.requestDataCheck'],
    answerDataCheck: ['reviews.answerDataCheck'],
    explainFlag: ['reviews.explainFlag'],
    reviewFlag: ['reviews.reviewFlag'],
    disputeAnswer: ['reviews.disputeAnswer'],
    requestSupplement: ['reviews.requestSupplement'],
    provideSupplement: ['applications.supplement', 'reviews.provideSupplement'],
    triage: ['reviews.triage'],
    confirmRejection: ['reviews.confirmRejection'],
    overturnRejection: ['reviews.overturnRejection'],
    recordAppraisal: ['meetings.record', 'reviews.recordAppraisal'],
    postPublicity: ['notices.post', 'notices.hang'],
    correctPublicity: ['notices.correct'],
    settlePublicity: ['notices.decide'],
    photographBoard: ['reviews.photographBoard', 'notices.photographEnd'],
    closePublicity: ['timers.tick'],
    townReview: ['reviews.townReview'],
    countyDecide: ['reviews.countyDecide'],
    announce: ['notices.announce'],
    requestWithdrawal: ['applications.withdraw'],
    offerTakeOver: ['applications.takeOverCode'],
    handTakeOverCode: ['reviews.handTakeOverCode'],
    confirmReport: ['applications.confirmReport'],
    confirmWithdrawal: ['reviews.confirmWithdrawal'],
    recordMeasure: ['reviews.recordMeasure'],
    withdrawConsent: ['applications.withdrawConsent', 'consents.revoke', 'reviews.withdrawConsent'],
    remind: ['applications.remind'],
    answerReminder: ['reviews.answerReminder'],
    rate: ['applications.rate'],
    decideSecondReturn: ['reviews.decideSecondReturn'],
    extendSupplement: ['reviews.extendSupplement'],
    recordReminder: ['reviews.recordReminder'],
    deliverRefusal: ['reviews.deliverRefusal'],
    assignReviewers: ['reviews.assignReviewers'],
    recordReviewFinding: ['reviews.recordReviewFinding'],
    answerReview: ['reviews.answerReview'],
    recordInvestigation: ['reviews.recordInvestigation'],
    answerObjection: ['reviews.answerObjection'],
    handUpObjection: ['reviews.handUpObjection'],
    tellObjector: ['reviews.tellObjector'],
    rateObjection: ['objections.rate'],
    townReturn: ['reviews.townReturn'],
    countyReturn: ['reviews.countyReturn'],
    townReject: ['reviews.townReject'],
    undoDecision: ['reviews.undoDecision'],
    recallDecision: ['reviews.recallDecision'],
    recordSiteCheck: ['reviews.recordSiteCheck'],
    openGreenChannel: ['reviews.openGreenChannel'],
    recordHelpPapers: ['reviews.recordHelpPapers'],
    merge: ['reviews.merge'],
    releaseDuplicate: ['reviews.releaseDuplicate'],
    transfer: ['reviews.transfer'],
    notAccept: ['reviews.notAccept'],
    requestAssist: ['reviews.requestAssist'],
    answerAssist: ['reviews.answerAssist'],
    declareKinship: ['reviews.declareKinship'],
    reportFalseStatement: ['reviews.reportFalseStatement'],
    hearHousehold: ['reviews.hearHousehold'],
    giveOwnWords: ['applications.giveOwnWords'],
    decideFalseStatement: ['reviews.decideFalseStatement'],
    reopen: ['applications.reopen', 'reviews.reopen'],
    requestReview: ['applications.requestReview', 'reviews.requestReview'],
    fileObjection: ['objections.file', 'reviews.fileObjection'],
    takeInReport: ['reviews.merge'],
    giveBackVisit: ['staff.end'],
    expireSupplement: ['timers.tick'],
  };
  const byName = new Map<string, Operation>(named);

  test.each(ACTION_NAMES)('%s can be taken through an operation, and through no unknown one', (action) => {
    for (const name of OPERATION[action]) expect(byName.has(name)).toBe(true);
  });

  test('no staff command on a case goes without the version that was on the screen; no family command needs one', () => {
    const commands = named.filter(
      ([, operation]) => operation.kind === 'command' && hasField(operation, 'caseId'),
    );
    const versioned = (name: string) =>
      /^(reviews|eliminations)\./.test(name) && name !== 'reviews.reveal' ? 'version' : 'no version';
    expect(commands.map(([name, op]) => [name, hasField(op, 'version') ? 'version' : 'no version'])).toEqual(
      commands.map(([name]) => [name, versioned(name)]),
    );
    expect(commands.length).toBeGreaterThan(20);
  });

  test('a command that names a version can answer that the case is unknown, or that it has moved on', () => {
    const versioned = named.filter(
      ([, operation]) => operation.kind === 'command' && hasField(operation, 'version'),
    );
    expect(versioned.length).toBeGreaterThan(15);
    for (const [, { errors }] of versioned)
      expect(errors).toEqual(expect.arrayContaining(['not_found', 'conflict']));
  });

  function hasField(operation: Operation, field: string): boolean {
    return field in (inputOf(operation).properties ?? {});
  }
});
