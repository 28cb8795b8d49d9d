import type { Me } from '@miniapp/features/account';
import type { Photos as TakenPhotos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import type { SignHandle } from '@miniapp/ui/Sign';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { VERIFY_MODES } from '@shared/casework/codes';
import { VERIFY_MODE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import type { RefObject } from 'react';
import type { Problems } from '../../model/checked';
import { isSpokenTo, type VerificationForm } from '../../model/verification';
import { Photos } from '../../parts/Photos';
import { choicesOf } from '../One';
import { OpinionAndInk } from '../OpinionAndInk';

export interface VisitTabProps {
  view: StaffCaseView;
  me: Me;
  ink: RefObject<SignHandle>;
  form: VerificationForm;
  photos: TakenPhotos;
  problems: Problems;
  onChange: (next: Partial<VerificationForm>) => void;
}

/** When and how it was looked at, with photos of what was seen, and who signs for it. */
export function VisitTab({ view, me, ink, form, photos, problems, onChange }: VisitTabProps) {
  const { contact } = form;
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
        {isSpokenTo(form.mode) && (
          <>
            <Field
              label="跟谁说的"
              maxLength={30}
              initial={contact.interviewee}
              error={problems['contact.interviewee']}
              onInput={(interviewee) => onChange({ contact: { ...contact, interviewee } })}
            />
            <Field
              label="打的哪个电话"
              type="tel"
              maxLength={20}
              initial={contact.phone}
              placeholder={contact.phoneMasked ?? ''}
              hint={contact.phoneMasked === null ? undefined : '已经登记过，不改就不填'}
              error={problems['contact.phone']}
              onInput={(phone) => onChange({ contact: { ...contact, phone } })}
            />
          </>
        )}
      </Section>
      <Section title="照片" aside="时间按传上来的算">
        {form.photoIds.length > 0 && (
          <View className="sw-part">
            <Photos ids={form.photoIds} name="以前传的照片" />
          </View>
        )}
        <Shot
          title="家里和房子"
          hint="门口一张，屋里一张，不拍人脸"
          example="scene"
          {...photos.shot('HOUSE')}
        />
        <Shot title="收入的凭据" hint="工资条、流水、合同都行" example="card" {...photos.shot('INCOME')} />
        <Shot title="看病、上学的单子" hint="要看得清金额" example="bill" {...photos.shot('BILL')} />
      </Section>
      <Section title="两个人签名">
        {view.verifiers
          .filter(({ personId }) => personId !== me.personId)
          .map(({ personId, name, office }) => (
            <Row
              key={personId}
              title={name}
              detail={[office, '您交上以后，在他自己手机上签'].filter(Boolean).join(' · ')}
              right={<Tag state="off">还没签</Tag>}
            />
          ))}
        <View className="sw-pad sw-pb">
          <OpinionAndInk
            ink={ink}
            who={me.name}
            opinion={form.opinion}
            error={problems.opinion}
            onChange={(opinion) => onChange({ opinion })}
          />
        </View>
      </Section>
    </>
  );
}
