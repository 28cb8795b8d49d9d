import { call, type Output } from '@miniapp/platform/api';
import { replace, switchTab, useParams } from '@miniapp/platform/navigate';
import { canScan, scanCode } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Problem } from '@miniapp/ui/Problem';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useVillagePhone } from './useVillagePhone';
import { chooseVillage } from './village';
import { type VillageCode, villageCodeOfText } from './village-code';

type Region = Output<'regions.children'>['regions'][number];

const SEARCH_AFTER_MS = 400;
const ROOT: Region = { code: 'root', name: '', level: 'PROVINCE', parent: null };

/** Find the village by its name, or down the lists: county, township, village. Then on to `onward`, or home. */
export function FindVillage() {
  const { onward } = useParams<'onward'>();
  const [text, setText] = useState('');
  const [trail, setTrail] = useState<Region[]>([ROOT]);
  const choose = useCommand(chooseVillage);
  const [strange, setStrange] = useState(false);

  const take = async (code: VillageCode) => {
    setStrange(false);
    const village = await choose.run(code);
    if (village === undefined) return;
    if (onward) await replace(onward);
    else await switchTab('home');
  };
  const scan = async () => {
    const scanned = await scanCode();
    if (scanned === undefined) return;
    const code = villageCodeOfText(scanned);
    if (code === null) setStrange(true);
    else await take(code);
  };
  const problem = strange
    ? '这个码不是村里的码，换一个扫，或者自己找。'
    : choose.error === undefined
      ? undefined
      : (sentenceOf(choose.error) ?? '没有选上。可能是网不好，再点一次。');

  return (
    <Page title="选村子">
      <Head
        title="您是哪个村的？"
        hint="写村名找，或者一层一层点。"
        read="您是哪个村的？写村名找，或者先点县，再点镇，再点村。"
      >
        {canScan && (
          <View className="sw-mt16">
            <Button size="big" icon="camera" onTap={scan}>
              扫公示栏上的码
            </Button>
          </View>
        )}
        <Field
          label="村名"
          placeholder="比如：青禾"
          maxLength={20}
          onInput={(value) => setText(value.trim())}
        />
        {problem !== undefined && <Problem text={problem} />}
      </Head>
      {text === '' ? (
        <Lists trail={trail} onOpen={setTrail} onChoose={(code) => take({ code, boardCode: '' })} />
      ) : (
        <Found text={text} onChoose={(code) => take({ code, boardCode: '' })} />
      )}
    </Page>
  );
}

/** What a name finds, once the person stops typing for a moment. */
function Found({ text, onChoose }: { text: string; onChoose: (code: string) => void }) {
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery(`search:${asked}`, () => call('regions.search', { text: asked }));
  return (
    <Section title="找到的村子">
      <QueryView query={found} phone={useVillagePhone()}>
        {({ villages }) =>
          villages.length === 0 ? (
            <Empty>没有找到这个村。少写一个字再试，或者把村名去掉，一层一层点。</Empty>
          ) : (
            villages.map(({ code, name, townName }) => (
              <Row key={code} icon="pin" title={name} detail={townName} onTap={() => onChoose(code)} />
            ))
          )
        }
      </QueryView>
    </Section>
  );
}

const BELOW: Record<string, string> = { PROVINCE: '先点县', COUNTY: '再点镇', TOWN: '再点村' };

interface ListsProps {
  trail: Region[];
  onOpen: (trail: Region[]) => void;
  onChoose: (code: string) => void;
}

function Lists({ trail, onOpen, onChoose }: ListsProps) {
  const here = trail.at(-1) ?? ROOT;
  const below = useQuery(`below:${here.code}`, () => call('regions.children', { code: here.code }));
  const path = trail.slice(1).map(({ name }) => name);
  return (
    <Section title={BELOW[here.level] ?? '再点村'} aside={path.join(' ')}>
      {path.length > 0 && (
        <View className="sw-pad">
          <Link edge onTap={() => onOpen(trail.slice(0, -1))}>
            退回上一层
          </Link>
        </View>
      )}
      <QueryView query={below} phone={useVillagePhone()}>
        {({ regions }) =>
          regions.map((region) => (
            <Row
              key={region.code}
              icon={region.level === 'VILLAGE' ? 'pin' : undefined}
              title={region.name}
              onTap={() => (region.level === 'VILLAGE' ? onChoose(region.code) : onOpen([...trail, region]))}
            />
          ))
        }
      </QueryView>
    </Section>
  );
}
