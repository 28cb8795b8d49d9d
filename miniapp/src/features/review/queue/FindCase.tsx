import { CASE_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { QueueRow } from './QueueRow';
import { useSearch } from './useSearch';

/** 找人 on a phone: something whole goes in, its cases come out; each search is written down. */
export function FindCase() {
  const field = useRef<FieldHandle>(null);
  const search = useSearch();
  const [missing, setMissing] = useState(false);
  const { found } = search;
  const look = () => {
    const text = field.current?.value() ?? '';
    setMissing(text === '');
    if (text === '') field.current?.focus();
    else search.search(text);
  };
  return (
    <>
      <Section pad>
        <Field
          ref={field}
          label="找一件"
          hint="编号、户主全名、身份证号或手机号，要写全。查一次记一次。"
          maxLength={40}
          error={missing ? '还没有写要找谁' : search.problem}
        />
        <View className="sw-mt8">
          <Button busy={search.busy} busyText="正在找…" onTap={look}>
            找
          </Button>
        </View>
      </Section>
      {found !== undefined && (
        <Section title={`找到 ${found.rows.length} 件`}>
          {found.rows.length === 0 && <Empty>没有找到。看一眼写得对不对，也可能不归您看。</Empty>}
          {found.rows.map((row) => (
            <QueueRow
              key={row.id}
              row={row}
              today={found.today}
              severalVillages
              onTap={() => go(CASE_PAGE, { caseId: row.id })}
            />
          ))}
          {found.more && (
            <Note state="need" inset>
              同名的还有。请用编号或身份证号找。
            </Note>
          )}
        </Section>
      )}
    </>
  );
}
