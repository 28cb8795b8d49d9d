import { Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { BoardTasks } from './BoardTasks';

type Task = Output<'tasks.list'>['tasks'][number];

const HOW = [
  { value: 'VISIT', label: '去家里说的' },
  { value: 'PHONE', label: '打电话说的' },
  { value: 'RELATIVE', label: '告诉了他家里人' },
  { value: 'PAPER', label: '送了纸条' },
  { value: 'NOBODY_HOME', label: '家里没人，下次再去' },
] as const;
type How = (typeof HOW)[number]['value'];

/** Errands of the grid member: families that no message reaches, and what to say there. */
export function Tasks() {
  const query = useFreshAfterActs(useQuery('tasks', async () => (await call('tasks.list', {})).tasks));
  const count = query.data?.length;
  return (
    <Page title="要去说的">
      <Head
        title={count === undefined ? '要去说的' : `要去 ${count} 家说一声`}
        hint="这几家收不到手机消息。去过了，点一下。"
      />
      <BoardTasks />
      <Staffed query={query} rows={4}>
        {(tasks) =>
          tasks.length === 0 ? (
            <Section flush>
              <Empty>都说过了。</Empty>
            </Section>
          ) : (
            tasks.map((task) => <Errand key={`${task.id}-${task.items.length}`} task={task} />)
          )
        }
      </Staffed>
    </Page>
  );
}

function Errand({ task }: { task: Task }) {
  const [asking, setAsking] = useState(false);
  const [how, setHow] = useState<How>();
  const doing = useCommand((chosen: How, requestId: string) =>
    call('tasks.done', { taskId: task.id, items: task.items.length, how: chosen }, requestId),
  );
  const finish = async (chosen: How) => {
    setHow(chosen);
    if ((await doing.run(chosen)) === undefined) return;
    toast(chosen === 'NOBODY_HOME' ? '记下了，还要再去' : '记下了');
    setAsking(false);
    setHow(undefined);
    somethingWasDone();
  };
  return (
    <Section flush>
      <Row
        title={
          <>
            {`${task.headName}家`}{' '}
            <Text className="sw-sub">{[task.group, task.villageName].join(' · ')}</Text>
          </>
        }
        detail={
          <>
            {task.items.map((item) => (
              <View key={item}>{item}</View>
            ))}
            {task.triedOn !== null && (
              <View>{`去过 ${task.tries} 次，家里没人。上次是 ${day(task.triedOn)}。`}</View>
            )}
          </>
        }
        tag={<Tag state={task.late ? 'late' : 'doing'}>{task.late ? '晚了' : `${day(task.dueOn)}前去`}</Tag>}
      />
      <View className="sw-in">
        {doing.error !== undefined && (
          <Note state="late" alert inset>
            {sentenceOf(doing.error) ?? '没有记上，再点一次。'}
          </Note>
        )}
        {asking ? (
          <Choices label="怎么样了？" choices={[...HOW]} value={how} onChange={finish} />
        ) : (
          <Button label={`${task.headName}家，去过了`} onTap={() => setAsking(true)}>
            去过了
          </Button>
        )}
      </View>
    </Section>
  );
}
