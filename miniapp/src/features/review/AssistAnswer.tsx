import { ASSISTS_PAGE, issuesOf, Staffed, somethingWasDone, usePhotos } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useAssists } from './Assists';
import { FormFrame } from './forms/FormFrame';
import { useForm } from './forms/useForm';
import { type Assist, toAssistAnswer } from './model/assist';

const TITLE = '答复协查';

/** The facts that another village asked for. */
export function AssistAnswer() {
  const { assistId } = useParams<'assistId'>();
  const query = useAssists();
  const found = query.data?.requests.find((one) => one.assistId === assistId);
  const leave = () => backOr(ASSISTS_PAGE);
  if (query.data === undefined)
    return (
      <Page title={TITLE}>
        <Head title={TITLE} />
        <Staffed query={query}>{() => null}</Staffed>
      </Page>
    );
  if (found === undefined || found.answeredAt !== null)
    return (
      <Page title={TITLE} bar={<Bar primary={{ children: '回去', onTap: leave }} />}>
        <Head title={TITLE} />
        <Note
          state="need"
          alert
          title={found === undefined ? '没有找到这份协查，或者不归您看。' : '这份协查已经答复了。'}
        />
      </Page>
    );
  return <Answering assist={found} onDone={leave} />;
}

function Answering({ assist, onDone }: { assist: Assist; onDone: () => void }) {
  const photos = usePhotos();
  const { form, change, problems, submit } = useForm(() => ({ facts: '' }));
  const answering = useCommand((input: { facts: string; photoIds: string[] }, requestId: string) =>
    call('reviews.answerAssist', { assistId: assist.assistId, ...input }, requestId),
  );
  const told = issuesOf(answering.error);
  const hand = (input: { facts: string; photoIds: string[] }) =>
    answering.run(input).then((answered) => {
      if (answered === undefined) return;
      somethingWasDone();
      toast('答复了，他们看得到');
      onDone();
    });
  const whole = told.facts === undefined ? failureOf(answering.error) : undefined;
  return (
    <FormFrame
      title={`${assist.fromVillageName}问${assist.headName}家`}
      hint={`${day(assist.dueOn)}前答复。只写看到的、问到的，不写您觉得行不行。`}
      bar={TITLE}
      problem={whole}
      submit={{
        children: '答复',
        onTap: () => submit(({ facts }) => toAssistAnswer(facts, photos.ids()), hand),
        busy: answering.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
      }}
    >
      <Note state="doing" icon="hand" inset title="他们问">
        {assist.question}
      </Note>
      <Field
        label="看到的、问到的"
        type="textarea"
        maxLength={2000}
        initial={form.facts}
        error={problems.facts ?? told.facts}
        onInput={(facts) => change({ facts })}
      />
      <View className="sw-out">
        <Shot title="照片" hint="不拍人脸。没有就不拍" example="scene" max={9} {...photos.shot('HOUSE')} />
      </View>
    </FormFrame>
  );
}
