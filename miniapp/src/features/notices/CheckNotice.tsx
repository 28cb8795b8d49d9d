import { call, type Output } from '@miniapp/platform/api';
import { go, replace, useParams } from '@miniapp/platform/navigate';
import { canScan, scanCode, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, fullDay } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { CHECK_NOTICE_PAGE, NOTICE_PAGE } from './pages';
import { tokenOfText } from './paper-code';

type Checked = Output<'notices.check'>;

const VERDICTS: Record<Checked['verdict'], { state: 'ok' | 'need' | 'late'; title: string; text: string }> = {
  SAME: {
    state: 'ok',
    title: '和公示时一样',
    text: '没有被改过，还在公示。请再对一对户数和校验码，要和纸上一样。',
  },
  ALTERED: {
    state: 'late',
    title: '内容被改过',
    text: '手机里的名单，和张贴时不一样了。请马上打电话告诉县里。',
  },
  GONE: {
    state: 'late',
    title: '这份公示找不到了',
    text: '这张纸是真的，可名单被人删掉了。请马上打电话告诉县里。',
  },
  NOT_HUNG: { state: 'need', title: '还没有开始公示', text: '村里还没有拍公示栏的照片，天数还没开始算。' },
  CORRECTED: { state: 'need', title: '这是旧版，已经更正', text: '墙上该换成新的那张了。' },
  ENDED: {
    state: 'ok',
    title: '已经结束',
    text: '公示时没有被改过。现在名单撤下了，墙上的纸也该撕下来。',
  },
};

const WRONG: readonly Checked['verdict'][] = ['ALTERED', 'GONE'];

/** Where the code on a notice leads, for anybody: is what hangs there what was posted. No name is shown. */
export function CheckNotice() {
  const { t: token = '' } = useParams<'t'>();
  const query = useQuery(token === '' ? undefined : `notice-check:${token}`, () =>
    call('notices.check', { token }),
  );
  const data = query.data;
  return (
    <Page title="查公示">
      <Head
        title="查公示"
        hint="墙上的公示有没有被改过，扫码就知道。"
        read={() =>
          data === undefined
            ? '查公示。对着公示最下面的码扫一下，就知道有没有被改过。'
            : `${VERDICTS[data.verdict].title}。${VERDICTS[data.verdict].text}`
        }
      />
      {token === '' ? (
        <Note state="need" title="没有扫到码">
          请对着公示最下面的码，再扫一次。
        </Note>
      ) : (
        <QueryView query={query} rows={3}>
          {(found) => <Answer found={found} />}
        </QueryView>
      )}
      {canScan && (
        <View className="sw-pad sw-mt12">
          <Button icon="camera" onTap={scan}>
            {token === '' ? '扫公示上的码' : '再扫一张'}
          </Button>
        </View>
      )}
    </Page>
  );
}

async function scan() {
  const text = await scanCode();
  if (text === undefined) return;
  const token = tokenOfText(text);
  if (token === null) toast('这不是公示上的码，换一个扫');
  else replace(CHECK_NOTICE_PAGE, { t: token });
}

function Answer({ found }: { found: Checked }) {
  const { verdict, correction, villageName, call: office } = found;
  const { state, title, text } = VERDICTS[verdict];
  const wrong = WRONG.includes(verdict);
  const facts = [
    ...(villageName === '' ? [] : [{ key: '哪个村', value: villageName }]),
    ...(found.title === '' ? [] : [{ key: '什么公示', value: found.title }]),
    ...(found.households === 0 ? [] : [{ key: '一共', value: `${found.households} 户 ${found.people} 人` }]),
    ...(found.firstDay === ''
      ? []
      : [{ key: '哪几天', value: `${fullDay(found.firstDay)}到${day(found.lastDay)}` }]),
    ...(found.hidden === 0 ? [] : [{ key: '本人要求撤下', value: `${found.hidden} 行，纸要换新的` }]),
    { key: '校验码', value: found.checkCode },
    ...(correction === null
      ? []
      : [
          { key: '哪天更正', value: fullDay(correction.on) },
          { key: '为什么', value: correction.reason },
        ]),
  ];
  const page = correction === null ? found.noticeId : correction.noticeId;
  return (
    <>
      <Note state={state} title={title} alert={wrong}>
        {text}
      </Note>
      <Section flush>
        <KeyValue facts={facts} />
      </Section>
      <Section>
        {!wrong && verdict !== 'ENDED' && (
          <Row
            icon="doc"
            title={correction === null ? '看这份公示' : '看更正后的公示'}
            onTap={() => go(NOTICE_PAGE, { notice: page })}
          />
        )}
        {office.number !== '' && (
          <CallRow
            title={wrong ? `告诉${office.office}` : `不放心，问${office.office}`}
            number={office.number}
          />
        )}
      </Section>
    </>
  );
}
