import { useVillagePhone } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { back, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Stars } from '@miniapp/ui/Stars';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { type HouseholdCase, orStale, useCase } from './data';
import { sentenceOf } from './sentence';

/** 好差评: a star and a word, once. Whoever handled the case can neither give nor change it. */
export function Rate() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useCase(caseId);
  const phone = useVillagePhone();
  const view = query.data;
  if (view?.allowed.includes('rate'))
    return <Rating view={view} onChange={query.set} onStale={query.reload} />;
  return (
    <Page title="评一评" bar={view && <Bar primary={{ children: '知道了', onTap: () => back() }} />}>
      <Head title={view?.rating ? '谢谢您，评好了' : '办得怎么样？'} />
      <QueryView query={query} phone={phone}>
        {({ rating }) =>
          rating === null ? (
            <View className="sw-pad sw-p">现在不能评。事情办完后一个月里都能评。</View>
          ) : (
            <View className="sw-pad">
              <Stars label="您评的" value={rating.stars} />
              {rating.words !== '' && <View className="sw-p sw-mt12">{`“${rating.words}”`}</View>}
            </View>
          )
        }
      </QueryView>
    </Page>
  );
}

interface RatingProps {
  view: HouseholdCase;
  onChange: (view: HouseholdCase) => void;
  onStale: () => void;
}

function Rating({ view, onChange, onStale }: RatingProps) {
  const [stars, setStars] = useState<number>();
  const field = useRef<FieldHandle>(null);
  const rate = useCommand(
    async (given: { stars: number; words: string }, requestId: string) =>
      (await orStale(call('applications.rate', { caseId: view.id, ...given }, requestId), onStale)).case,
  );
  const submit = async () => {
    if (stars === undefined) return;
    const now = await rate.run({ stars, words: field.current?.value().trim() ?? '' });
    if (now === undefined) return;
    onChange(now);
    toast('收到了，谢谢您');
  };
  const problem = sentenceOf(rate.error);
  return (
    <Page
      title="评一评"
      white
      bar={
        <Bar
          primary={{
            children: '交上去',
            busy: rate.busy,
            busyText: '正在交…',
            off: stars === undefined ? '点一颗星，就能交' : undefined,
            onTap: submit,
          }}
          reason={stars === undefined ? undefined : '交了就不能改，干部也改不了'}
        />
      }
    >
      <Head
        top={`${view.headName}家的申报`}
        title="办得怎么样？"
        hint={
          view.rateUntil === null ? undefined : `${day(view.rateUntil)}前都能评。说真话，不影响您家的事。`
        }
        read="办得怎么样？一颗星是很不满意，五颗星是很满意。点一颗星，还可以写一句。"
      />
      {problem !== undefined && <Note state="late" alert title={problem} />}
      <View className="sw-pad">
        <Stars label="办得怎么样" value={stars} onChange={setStars} />
        <View className="sw-mt16">
          <Field ref={field} label="还想说一句" type="textarea" optional maxLength={200} />
        </View>
      </View>
    </Page>
  );
}
