import { FIND_VILLAGE_PAGE } from '@miniapp/features/account';
import { usePaper } from '@miniapp/features/family';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { POLICIES_PAGE } from './pages';
import { usePlace } from './usePlace';

/** 申报政策明白纸: who may report, how, what is needed, whom to call. Nobody has to sign in. */
export function NoticeSheet() {
  const village = usePlace();
  const query = useQuery(
    village === '' ? undefined : `notice-sheet:${village}`,
    () => call('policies.sheet', { village }),
    { keep: true },
  );
  const paper = usePaper();
  const parts = query.data?.parts;
  return (
    <Page title="申报明白纸">
      <Head
        top={query.data?.villageName}
        title="有难处，怎么申报"
        hint="家家都能看，家家都能报，不收钱。"
        read={parts && (() => parts.map(({ title, lines }) => `${title}。${lines.join('')}`).join(''))}
      />
      {village === '' ? (
        <>
          <Empty>先选您是哪个村的，再看。</Empty>
          <View className="sw-pad">
            <Button onTap={() => go(FIND_VILLAGE_PAGE)}>选村子</Button>
          </View>
        </>
      ) : (
        <QueryView query={query} rows={6}>
          {(found) => (
            <>
              {found.parts.map(({ title, lines }) => (
                <Section key={title} title={title} pad>
                  {lines.map((line) => (
                    <View key={line} className="sw-mt8">
                      {line}
                    </View>
                  ))}
                </Section>
              ))}
              <Section>
                <Row
                  icon="search"
                  title="有哪些补贴和帮扶"
                  detail="一项一项看，能搜"
                  onTap={() => go(POLICIES_PAGE, { v: village })}
                />
                <Row
                  icon="save"
                  title="打印或存成 PDF"
                  detail={paper.busy ? '正在取…' : '大字，A4 纸'}
                  onTap={() => paper.open(() => call('policies.sheetPaper', { village }))}
                />
              </Section>
              <Section title="打电话找谁">
                {found.calls.map(({ office, phone }) => (
                  <CallRow key={office} title={office} number={phone} />
                ))}
              </Section>
            </>
          )}
        </QueryView>
      )}
    </Page>
  );
}
