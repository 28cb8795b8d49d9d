import '@miniapp/styles/review.css';
import { SIGN_IN_PAGE } from '@miniapp/features/account';
import { UnrelatedLine } from '@miniapp/features/staff';
import { focusOn } from '@miniapp/platform/focus';
import { go } from '@miniapp/platform/navigate';
import { showProblem } from '@miniapp/platform/scroll';
import { isH5 } from '@miniapp/platform/target';
import { setTitle } from '@miniapp/platform/title';
import { a11y } from '@miniapp/ui/a11y';
import { Bar } from '@miniapp/ui/Bar';
import type { ButtonProps } from '@miniapp/ui/Button';
import { Button } from '@miniapp/ui/Button';
import { classes } from '@miniapp/ui/classes';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Head } from '@miniapp/ui/Head';
import { Live, type LiveFigure } from '@miniapp/ui/Live';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Tap } from '@miniapp/ui/Tap';
import { useId } from '@miniapp/ui/useId';
import { sentence } from '@shared/messages/reasons';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { useFrame } from '../frame';
import type { KinshipAsked } from '../useKinshipAsked';

export interface FormFrameProps {
  title: string;
  /** Above the title: a tag, whose family this is. */
  top?: ReactNode;
  aside?: ReactNode;
  hint?: ReactNode;
  /** Words in WeChat's title bar. */
  bar: string;
  /** What the whole form suffers from. */
  problem?: string;
  submit: ButtonProps;
  /** Figures that follow the typing, above the button. */
  live?: LiveFigure[];
  /** Its bands bring their own edges; otherwise the frame does. */
  bands?: boolean;
  /** What is signed here: the line to tick above the button. */
  unrelated?: KinshipAsked;
  children: ReactNode;
}

/** A form of one act: a page on the phone, a panel over the case's own buttons on the desk. */
export function FormFrame({ unrelated, children, ...rest }: FormFrameProps) {
  const problem = rest.problem ?? (unrelated?.missing ? '还有 1 处要改，改好再交' : undefined);
  const line = unrelated && <UnrelatedLine unrelated={unrelated} onKin={unrelated.onKin} />;
  const props: FormFrameProps = {
    ...rest,
    problem,
    children: (
      <>
        {children}
        {line && rest.bands ? <View className="sw-sec sw-pad sw-pb">{line}</View> : line}
      </>
    ),
  };
  useEffect(() => {
    if (problem !== undefined) showProblem();
  }, [problem]);
  return useFrame().kind === 'phone' ? <OnPhone {...props} /> : <OnDesk {...props} />;
}

/** What is wrong. Whoever has to sign in again leaves the form as it is under the page for that, and comes back to it. */
function Problem({ problem, inset }: { problem: string; inset?: boolean }) {
  if (problem !== sentence('SIGN_IN_FIRST'))
    return inset ? (
      <Note state="late" alert inset>
        {problem}
      </Note>
    ) : (
      <Note state="late" alert title={problem} />
    );
  return (
    <Note
      state="late"
      alert
      inset={inset}
      title={problem}
      action={<Button onTap={() => go(SIGN_IN_PAGE, { back: 1 })}>去登录</Button>}
    >
      写好的都还在，登录完接着交。
    </Note>
  );
}

function OnPhone({ title, top, aside, hint, bar, problem, submit, live, bands, children }: FormFrameProps) {
  return (
    <Page
      title={bar}
      white={!bands}
      bar={live === undefined ? <Bar primary={submit} /> : <Live figures={live} action={submit} />}
    >
      {problem !== undefined && <Problem problem={problem} />}
      <Head title={title} top={top} aside={aside} hint={hint} />
      {bands ? children : <View className="sw-pad">{children}</View>}
    </Page>
  );
}

function OnDesk({ title, aside, hint, bar, problem, submit, live, bands, children }: FormFrameProps) {
  const frame = useFrame();
  const desk = frame.kind === 'desk' ? frame : undefined;
  const heading = useId();
  useEffect(() => {
    focusOn(heading);
  }, [heading]);
  const handIn = () => {
    if (submit.off === undefined && !submit.busy) submit.onTap?.();
  };
  useKeys({ Enter: handIn });
  const button: ButtonProps = {
    ...submit,
    children: (
      <>
        {submit.children}
        {submit.off === undefined && <Kbd>Enter</Kbd>}
      </>
    ),
  };
  useEffect(() => {
    setTitle(bar);
    return () => setTitle('审核工作台');
  }, [bar]);
  return (
    <View
      className={classes('sw-form', desk?.tall && 'sw-form_tall')}
      {...a11y({ role: 'form', label: title })}
    >
      <View className="sw-form__h">
        <View
          id={heading}
          className="sw-form__t"
          {...(isH5 && { tabIndex: -1 })}
          // A form that takes the whole column is what the page is about.
          {...a11y({ role: 'heading', level: desk?.tall ? 1 : 2 })}
        >
          {title}
        </View>
        {aside}
        <Tap className="sw-dbtn" keys="Escape" onTap={desk?.close}>
          <View>不办了，回案卷</View>
          <Kbd>Esc</Kbd>
        </Tap>
      </View>
      <View className={classes('sw-form__b', !bands && 'sw-form__b_pad')}>
        {problem !== undefined && <Problem inset problem={problem} />}
        {hint && <View className="sw-sub">{hint}</View>}
        {children}
      </View>
      <View className="sw-form__f">
        {live === undefined ? <Button kind="primary" {...button} /> : <Live figures={live} action={button} />}
      </View>
    </View>
  );
}
