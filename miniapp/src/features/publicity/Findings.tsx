import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Marked } from './Sheet';
import { findingTitle, type Preview, rowOf } from './words';

interface FindingsProps {
  preview: Preview;
  onLeaveOut: (row: number) => void;
  /** Does the change that is proposed at this place. */
  onMend: (where: string) => void;
}

/** What may not be published, where, and the mend: the words without it, or else the family is left out. */
export function Findings({ preview, onLeaveOut, onMend }: FindingsProps) {
  const { findings, rows } = preview;
  return (
    <>
      <Note state="late" alert title={`有 ${findings.length} 处不能公示，改好才能张贴`}>
        公示不能写身份证、电话、银行卡、病情。
      </Note>
      <Section flush>
        {findings.map((finding) => {
          const row = rowOf(finding);
          const name = row === undefined ? undefined : rows[row]?.name;
          const to = finding.mend.act === 'CHANGE' ? finding.mend.to : undefined;
          return (
            <Row
              key={`${finding.where}/${finding.text}`}
              title={findingTitle(finding)}
              detail={
                <>
                  “<Marked text={finding.text} hits={[finding.text]} />” →{' '}
                  {to !== undefined
                    ? to === ''
                      ? '去掉'
                      : `改成“${to}”`
                    : row === undefined
                      ? '请县里改公示的模板'
                      : '先不贴这一户，改好核实表再贴'}
                </>
              }
              right={
                to !== undefined ? (
                  <Button
                    size="small"
                    kind="primary"
                    label={`${findingTitle(finding)}，改`}
                    onTap={() => onMend(finding.where)}
                  >
                    改
                  </Button>
                ) : row === undefined ? undefined : (
                  <Button
                    size="small"
                    kind="primary"
                    label={`先不贴${name ?? '这一户'}`}
                    onTap={() => onLeaveOut(row)}
                  >
                    先不贴
                  </Button>
                )
              }
            />
          );
        })}
      </Section>
    </>
  );
}
