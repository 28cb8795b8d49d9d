import type { Photos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { VERIFY_MODES } from '@shared/casework/codes';
import { VERIFY_MODE_LABELS } from '@shared/messages';
import type { Problems } from '../../model/checked';
import type { VerificationForm } from '../../model/verification';

import { choicesOf } from '../One';

export interface VisitTabProps {
  form: VerificationForm;
  photos: Photos;
  problems: Problems;
  onChange: (next: Partial<VerificationForm>) => void;
}

/** When and how it was looked at, with photos of what was seen. */
export function VisitTab({ form, photos, problems, onChange }: VisitTabProps) {
  return (
    <>
      <Section flush pad>
        <Field
          label="哪天去的"
          type="date"
          initial={form.visitedOn}
          error={problems.visitedOn}
          onInput={(visitedOn) => onChange({ visitedOn })}
        />
        <Choices
          label="怎么核实的"
          value={form.mode}
          onChange={(mode) => onChange({ mode })}
          choices={choicesOf(VERIFY_MODES, VERIFY_MODE_LABELS)}
        />
      </Section>
      <Section title="照片">
        <Shot
          title="家里和房子"
          hint="门口一张，屋里一张，不拍人脸"
          example="scene"
          {...photos.shot('HOUSE')}
        />
        <Shot title="收入的凭据" hint="工资条、流水、合同都行" example="card" {...photos.shot('INCOME')} />
        <Shot title="看病、上学的单子" hint="要看得清金额" example="bill" {...photos.shot('BILL')} />
      </Section>
    </>
  );
}
