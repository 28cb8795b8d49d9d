import { choosePhotos, type LocalPhoto, NotAPhoto, type PhotoSource } from '@miniapp/platform/media';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type pictures from '../styles/pictures.json';
import { a11y } from './a11y';
import { Button } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { Problem } from './Problem';
import { Tag } from './Tag';
import { Tap } from './Tap';
import '../../.cache/examples.css';

export type Example = keyof (typeof pictures)['examples'];

export interface TakenPhoto {
  id: string;
  /** Shown small; without it a paper icon stands there. */
  path?: string;
  /** `waiting`: for a network. `refused`: with its sentence in Shot's `error`. */
  state: 'sent' | 'sending' | 'waiting' | 'refused';
  /** 0 to 100 while sending. */
  percent?: number;
}

export interface ShotProps {
  /** The paper: 「住院费用结算单」. */
  title: string;
  /** What must be legible. */
  hint: string;
  example: Example;
  photos: readonly TakenPhoto[];
  /** 「这个文件不是照片，换一张」 */
  error?: string;
  max?: number;
  sources?: PhotoSource[];
  onTake: (photo: LocalPhoto) => void;
  onOpen?: (photo: TakenPhoto) => void;
}

const STATE_WORD: Record<TakenPhoto['state'], string> = {
  sent: '',
  sending: '正在传',
  waiting: '等网',
  refused: '没传上',
};

/** One paper to photograph: how it looks, what must be legible, what was taken. */
export function Shot(props: ShotProps) {
  const { title, hint, example, photos, error, max = 6, sources, onTake, onOpen } = props;
  const [problem, setProblem] = useState<string>();
  const take = async () => {
    setProblem(undefined);
    try {
      for (const photo of await choosePhotos(1, sources)) onTake(photo);
    } catch (reason) {
      setProblem(reason instanceof NotAPhoto ? '这个文件不是照片，换一张' : '没拍成，再试一次');
    }
  };
  const shown = problem ?? error;
  return (
    <View className="sw-shot">
      <View className="sw-shot__eg" {...a11y({ role: 'img', label: `${title}的样子` })}>
        <View className={classes('sw-shot__drawing', `eg-${example}`)} />
      </View>
      <View>
        <View className="sw-b">{title}</View>
        <View className="sw-sub">{hint}</View>
        {photos.length > 0 && (
          <View className="sw-mt8">
            <Tag state="ok">{`已拍 ${photos.length} 张`}</Tag>
          </View>
        )}
        <View className="sw-shot__acts">
          {shown && <Problem text={shown} />}
          {photos.length === 0 ? (
            <Button size="small" kind="primary" icon="camera" label={`拍照，${title}`} onTap={take}>
              拍照
            </Button>
          ) : (
            <View className="sw-thumbs">
              {photos.map((photo, index) => (
                <Thumb key={photo.id} photo={photo} name={`${title}第 ${index + 1} 张`} onOpen={onOpen} />
              ))}
              {photos.length < max && (
                <Tap className="sw-thumb sw-thumb_add" label={`${title}，再拍一张`} onTap={take}>
                  <Icon name="plus" />
                </Tap>
              )}
            </View>
          )}
        </View>
      </View>
    </View>
  );
}

interface ThumbProps {
  photo: TakenPhoto;
  name: string;
  onOpen?: (photo: TakenPhoto) => void;
}

function Thumb({ photo, name, onOpen }: ThumbProps) {
  const word =
    photo.state === 'sending' && photo.percent !== undefined ? `${photo.percent}%` : STATE_WORD[photo.state];
  const content = (
    <>
      {photo.path ? (
        <Image className="sw-thumb__img" src={photo.path} mode="aspectFill" {...a11y({ hidden: true })} />
      ) : (
        <Icon name="doc" />
      )}
      {word !== '' && (
        <View className={classes('sw-thumb__bar', photo.state === 'refused' && 'sw-thumb__bar_bad')}>
          {word}
        </View>
      )}
    </>
  );
  const label = word ? `${name}，${word}` : name;
  return onOpen ? (
    <Tap className="sw-thumb" label={label} onTap={() => onOpen(photo)}>
      {content}
    </Tap>
  ) : (
    <View className="sw-thumb" {...a11y({ role: 'img', label })}>
      {content}
    </View>
  );
}
