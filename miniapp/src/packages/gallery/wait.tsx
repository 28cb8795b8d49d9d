import { NetworkError } from '@miniapp/platform/call';
import { callPhone, confirm, toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { ErrorView } from '@miniapp/ui/ErrorView';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';

const nothing = () => undefined;

/** A server that loses its first answer, and what reached it. */
const arrived: string[] = [];
const forgetful = async (_input: string, requestId: string) => {
  arrived.push(requestId);
  if (arrived.length === 1) throw new NetworkError('timeout');
  return requestId;
};

/** Never answers. */
const silence = () => new Promise<string[]>(nothing);

export default function Wait() {
  const slow = useQuery('gallery-slow', silence);
  const broken = useQuery<string[]>('gallery-broken', () => Promise.reject(new Error('no network')));
  const good = useQuery('gallery-good', () => Promise.resolve(['受理', '核实']));
  const submit = useCommand(silence);
  const once = useCommand(forgetful);

  const withdraw = async () => {
    const sure = await confirm({
      title: '撤回申报？',
      text: '撤回就不办了。您确定吗？',
      yes: '撤回',
      no: '不撤回',
      danger: true,
    });
    toast(sure ? '撤回了' : '没有撤回，接着办');
  };

  return (
    <Page
      bar={
        <Bar
          pair
          second={{ children: '撤回', onTap: withdraw }}
          primary={{
            children: '交给村里',
            busy: submit.busy,
            busyText: '正在交…',
            onTap: () => submit.run(''),
          }}
        />
      }
    >
      <Head title="等的" hint="正在取、没取到、没有" />
      <Section title="正在取">
        <QueryView query={slow}>{() => null}</QueryView>
      </Section>
      <Section title="没取到">
        <QueryView query={broken} phone={{ name: '青禾村村委会', number: '0990-000 0101' }}>
          {() => null}
        </QueryView>
        <ErrorView sentence="这份公示已经结束，名单撤下了" />
      </Section>
      <Section title="取到了">
        <QueryView query={good}>{(names) => names.map((name) => <Row key={name} title={name} />)}</QueryView>
      </Section>
      <Section title="没有">
        <Empty>还没有消息。有进展会写在这里。</Empty>
      </Section>
      <Section title="只办一次">
        <Row
          title={`到了 ${arrived.length} 次，${new Set(arrived).size} 件事`}
          detail={once.error ? '没有交上，再点一次' : undefined}
          right={
            <Button size="small" kind="primary" onTap={() => once.run('')}>
              交一次
            </Button>
          }
        />
      </Section>
      <Section title="按钮" pad>
        <View className="sw-btns">
          <Button kind="primary" onTap={() => toast('存好了')}>
            存好，下一项
          </Button>
          <Button onTap={nothing}>看办到哪一步了</Button>
          <Button kind="warn" onTap={withdraw}>
            撤回申报
          </Button>
          <Button kind="primary" busy busyText="正在交…">
            交给村里
          </Button>
          <Button off="先听一遍或看到最后">我同意，交签名</Button>
          <View className="sw-cols2">
            <Button size="small" kind="primary" onTap={nothing}>
              发给他签
            </Button>
            <Button size="small" icon="phone" onTap={() => callPhone('12317')}>
              打 12317
            </Button>
          </View>
        </View>
      </Section>
    </Page>
  );
}
