import { call } from '@miniapp/platform/api';
import { a11y } from '@miniapp/ui/a11y';
import { Icon } from '@miniapp/ui/Icon';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Tap } from '@miniapp/ui/Tap';
import { useQuery } from '@miniapp/ui/useQuery';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../model/facts';

/** Photos of a case. The address of each lives five minutes, so it is asked for only when somebody looks. */
export function Photos({ ids, name, open }: { ids: readonly string[]; name: string; open?: boolean }) {
  const [shown, setShown] = useState<string | undefined>(open ? ids[0] : undefined);
  if (ids.length === 0) return null;
  return (
    <View>
      <View className="sw-thumbs">
        {ids.map((id, index) => (
          <Tap
            key={id}
            className="sw-thumb"
            label={`${name}第 ${index + 1} 张，${id === shown ? '收起' : '看大图'}`}
            expanded={id === shown}
            onTap={() => setShown(id === shown ? undefined : id)}
          >
            <Icon name="doc" />
            <View className="sw-thumb__bar">{`第 ${index + 1} 张`}</View>
          </Tap>
        ))}
      </View>
      {shown !== undefined && ids.includes(shown) && (
        <Photo key={shown} id={shown} name={`${name}第 ${ids.indexOf(shown) + 1} 张`} />
      )}
    </View>
  );
}

/** One of them, large. */
export function Photo({ id, name }: { id: string; name: string }) {
  const { data, error } = useQuery(`link:${id}`, () => call('attachments.link', { attachmentId: id }));
  if (data === undefined)
    return (
      <View className="sw-sub sw-mt8" {...a11y({ role: 'status' })}>
        {error === undefined ? '正在取照片…' : (sentenceOf(error) ?? '照片没有取到，再点一次。')}
      </View>
    );
  return (
    <View className="sw-photo sw-mt8">
      <Image
        className="sw-photo__img"
        src={data.url}
        mode="aspectFit"
        {...a11y({ role: 'img', label: name })}
      />
      <View className="sw-photo__c sw-sub">{`${name} · ${moment(data.takenAt)} 上传`}</View>
    </View>
  );
}
