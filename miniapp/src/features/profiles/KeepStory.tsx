import { issuesOf } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { Part } from './Part';

/** A case that is over becomes an example of the county's own, without anybody's name. */
export function KeepStory({ county }: { county: string }) {
  const number = useRef<FieldHandle>(null);
  const title = useRef<FieldHandle>(null);
  const keeping = useCommand((said: { caseNo: string; title: string }, requestId) =>
    call('profiles.keepStory', { county, ...said }, requestId),
  );
  const issues = issuesOf(keeping.error);
  const keep = async () => {
    const said = { caseNo: number.current?.value() ?? '', title: title.current?.value() ?? '' };
    const kept = await keeping.run(said);
    if (kept === undefined) return;
    number.current?.set('');
    title.current?.set('');
    toast('留下了，预演时会用到');
  };
  const shownAbove = issues.caseNo !== undefined || issues.title !== undefined;
  return (
    <Part title="留一件本县的作例子" pad>
      <Note state="doing" title="只留天数、金额和人数">
        名字、身份证号、村名都不留。改规则时，拿它来预演。
      </Note>
      <View className="sw-rules">
        <Field ref={number} label="办完的那件的编号" error={issues.caseNo} maxLength={20} />
        <Field ref={title} label="一句话说是什么事" hint="不要写人名。" error={issues.title} maxLength={40} />
      </View>
      {keeping.error !== undefined && !shownAbove && <Problem text={failureOf(keeping.error, 'act') ?? ''} />}
      <View className="sw-mt12 sw-pb sw-rules__do">
        <Button busy={keeping.busy} onTap={keep}>
          留作例子
        </Button>
      </View>
    </Part>
  );
}
