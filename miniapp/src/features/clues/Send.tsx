import { useMe } from '@miniapp/features/account';
import { SendTable } from '@miniapp/features/tables';
import { call } from '@miniapp/platform/api';
import { openTable } from '@miniapp/platform/tables';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { DEPARTMENTS, type Department } from '@shared/casework/codes';
import { WARNINGS } from '@shared/clues/warnings';
import { DEPARTMENT_LABELS, officeName, WARNING_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';

const TITLE = '传部门名单';

/** A department's people at risk as a table; the county's clerk hands one in for any department. */
export function Send() {
  const grants = useMe().data?.grants ?? [];
  const clerk = grants.find(({ role }) => role === 'COUNTY_CLERK');
  const dept = grants.find(({ role }) => role === 'DEPT');
  const [chosen, setChosen] = useState<Department>();
  const own = DEPARTMENTS.find((name) => name === dept?.department);
  const department = clerk === undefined ? own : chosen;
  const county = (clerk ?? dept)?.region;
  const blank = useCommand((_: null, requestId) => call('clues.template', {}, requestId));
  const fetchBlank = async () => {
    const file = await blank.run(null);
    if (file !== undefined) await openTable(file.url, file.fileName);
  };
  return (
    <Page title={TITLE}>
      <Head title={TITLE} hint="名单上的人交给村里去看。不会自动立一件，也不会自动列入。" />
      {clerk !== undefined && (
        <Section title="哪个部门的？" pad>
          <Chips
            label="哪个部门的？"
            hideLabel
            chips={DEPARTMENTS.map((value) => ({ value, label: DEPARTMENT_LABELS[value] }))}
            value={chosen === undefined ? [] : [chosen]}
            onChange={(values) => setChosen(values.at(-1))}
          />
        </Section>
      )}
      <Section title="表里写什么">
        <KeyValue
          facts={[
            { key: '要有', value: '姓名、身份证号码、预警情况' },
            { key: '最好有', value: '数（元、%、天）、乡镇、村、说明' },
            { key: '预警情况', value: WARNINGS.map((code) => WARNING_LABELS[code]).join('、') },
          ]}
        />
        {(clerk ?? dept) !== undefined && (
          <View className="sw-pad sw-pb">
            <Button busy={blank.busy} busyText="正在取…" onTap={fetchBlank}>
              下载空白表
            </Button>
            {blank.error !== undefined && (
              <Note state="late" alert inset>
                {sentenceOf(blank.error) ?? '没有取到，可能是网不好。再点一次。'}
              </Note>
            )}
          </View>
        )}
      </Section>
      <Section pad>
        {county === undefined || department === undefined ? (
          <Note
            state="need"
            inset
            title={clerk === undefined ? '名单由部门和县里来传。' : '先选是哪个部门的。'}
          />
        ) : (
          <SendTable
            key={department}
            kind="CLUES"
            targetId={`${county}-${department}`}
            button={`传${officeName(department)}的名单`}
            verb="交给村里"
          />
        )}
      </Section>
    </Page>
  );
}
