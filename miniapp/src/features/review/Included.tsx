import { CASE_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { Text } from '@tarojs/components';

/** Families on the list: what reached them is recorded on their case. */
export function Included() {
  const query = useFreshAfterActs(
    useQuery('included', async () => (await call('households.included', {})).families),
  );
  const count = query.data?.length;
  return (
    <Page title="帮扶名单">
      <Head
        title={count === undefined ? '帮扶名单上的家庭' : `帮扶名单上 ${count} 户`}
        hint="点开一户，登记办好的帮扶。登记了，农户的明白卡上就能看到。"
      />
      <Staffed query={query} rows={4}>
        {(families) => (
          <Section flush>
            {families.length === 0 && <Empty>还没有列入的家庭。</Empty>}
            {families.map(({ caseId, headName, group, memberCount, villageName, includedOn }) => (
              <Row
                key={caseId}
                title={
                  <>
                    {headName}{' '}
                    <Text className="sw-sub">
                      {[group, memberCount === null ? '' : `${memberCount} 人`].filter(Boolean).join(' · ')}
                    </Text>
                  </>
                }
                detail={`${villageName} · ${day(includedOn)}列入`}
                onTap={() => go(CASE_PAGE, { caseId })}
              />
            ))}
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
