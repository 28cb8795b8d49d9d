import { DeskHeading } from '@miniapp/ui/desk/Desk';
import { Section } from '@miniapp/ui/Section';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useIsDesk } from './Frame';

interface PartProps {
  title: string;
  /** Words keep to the phone's edge; rows do not. */
  pad?: boolean;
  children: ReactNode;
}

/** A part of a page with its heading, on the phone or on the desk. */
export function Part({ title, pad, children }: PartProps) {
  const isDesk = useIsDesk();
  if (!isDesk)
    return (
      <Section title={title} pad={pad}>
        {children}
      </Section>
    );
  return (
    <View className="sw-d__part">
      <DeskHeading title={title} />
      {children}
    </View>
  );
}
