import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { View } from '@tarojs/components';
import { Marked } from './Sheet';
import { type Finding, findingTitle, mendWords, type Preview, rowOf } from './words';

interface FindingsProps {
  preview: Preview;
  /** Whether a row is a family, which can be left for another day; a line of a list goes for good. */
  ofCases: boolean;
  busy?: boolean;
  /** Does what is proposed for these. */
  onMend: (findings: readonly Finding[]) => void;
}

/** What may not be published, where, and the mend: the words without it, or else the row is left out. */
export function Findings({ preview, ofCases, busy = false, onMend }: FindingsProps) {
  const { findings } = preview;
  const { shown, more } = useLong(findings.length, '处');
  const mendable = findings.filter(({ mend }) => mend.act !== 'ASK_COUNTY');
  return (
    <>
      <Note state="late" alert title={`有 ${findings.length} 处不能公示，改好才能张贴`}>
        公示不能写身份证、电话、银行卡、病情。
      </Note>
      {mendable.length > 1 && (
        <View className="sw-pad sw-pb sw-mt12">
          <Button kind="primary" busy={busy} busyText="正在改…" onTap={() => onMend(mendable)}>
            {`${mendable.length} 处都按建议改`}
          </Button>
        </View>
      )}
      <Section flush>
        {findings.slice(0, shown).map((finding) => (
          <One
            key={`${finding.where}/${finding.kind}/${finding.text}`}
            finding={finding}
            name={preview.rows[rowOf(finding) ?? -1]?.name ?? '这一户'}
            ofCases={ofCases}
            onMend={() => onMend([finding])}
          />
        ))}
        {more}
      </Section>
    </>
  );
}

interface OneProps {
  finding: Finding;
  name: string;
  ofCases: boolean;
  onMend: () => void;
}

function One({ finding, name, ofCases, onMend }: OneProps) {
  const { where, text, mend } = finding;
  const title = findingTitle(finding);
  const inWords = where.startsWith('entries.') || !/^(columns|unread)\./.test(where);
  const leaves = mend.act === 'DROP_ROW' && ofCases;
  return (
    <Row
      title={title}
      detail={
        <>
          {inWords && (
            <>
              “<Marked text={text} hits={[text]} />” →{' '}
            </>
          )}
          {mendWords(finding, ofCases)}
        </>
      }
      right={
        mend.act === 'ASK_COUNTY' ? undefined : (
          <Button
            size="small"
            kind="primary"
            label={leaves ? `先不贴${name}` : `${title}，${mend.act === 'CHANGE' ? '改' : '不贴'}`}
            onTap={onMend}
          >
            {leaves ? '先不贴' : mend.act === 'CHANGE' ? '改' : '不贴'}
          </Button>
        )
      }
    />
  );
}
