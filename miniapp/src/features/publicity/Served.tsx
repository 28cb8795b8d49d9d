import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Preview } from './words';

interface ServedProps {
  preview: Preview;
  /** `about` is 「case/measure」. */
  onChange: (about: string, people: number) => void;
}

/** How many people each help serves: the whole family unless somebody says otherwise (惠及人数, domain.md 6.1). */
export function Served({ preview, onChange }: ServedProps) {
  const [open, setOpen] = useState<string>();
  const { shown, more } = useLong(preview.rows.length, '行');
  const at = (title: string) => preview.columns.findIndex(({ key }) => key === title);
  return (
    <Section title="每样帮扶惠及几个人" aside="没改的，按全家人口算">
      {preview.rows.slice(0, shown).map(({ id, about, name, cells }) => {
        const key = `${id}/${about}`;
        const [measure = '', people = ''] = [cells[at('measure')], cells[at('served')]];
        return open === key ? (
          <View key={key} className="sw-pad sw-pb">
            <Field
              label={`${name}家的${measure}，惠及几个人`}
              type="number"
              maxLength={2}
              unit="人"
              initial={people.replace(/\D/g, '')}
              onCommit={(value) => {
                const said = Number(value);
                if (said >= 1 && said <= 30) onChange(key, said);
                setOpen(undefined);
              }}
            />
          </View>
        ) : (
          <Row
            key={key}
            title={`${name} · ${measure}`}
            detail={people}
            right={
              <Link label={`改${name}家${measure}的人数`} onTap={() => setOpen(key)}>
                改
              </Link>
            }
          />
        );
      })}
      {more}
    </Section>
  );
}
