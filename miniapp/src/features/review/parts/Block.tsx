import '@miniapp/styles/review.css';
import { DeskHeading } from '@miniapp/ui/desk/Desk';
import { Section } from '@miniapp/ui/Section';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useFrame } from '../frame';

export interface BlockProps {
  title: string;
  aside?: ReactNode;
  /** Words and forms keep to the phone's edge, rows do not. */
  pad?: boolean;
  children: ReactNode;
}

/** A part of a case with its heading, on the phone or on the desk. */
export function Block({ title, aside, pad, children }: BlockProps) {
  const frame = useFrame();
  if (frame.kind === 'phone')
    return (
      <Section title={title} aside={aside} pad={pad}>
        {children}
      </Section>
    );
  return (
    <View className="sw-d__part">
      <DeskHeading title={title} aside={aside} />
      {children}
    </View>
  );
}
