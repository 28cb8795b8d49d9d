import type { LocalPhoto, LocalVoice } from '@miniapp/platform/media';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Shot, type TakenPhoto } from '@miniapp/ui/Shot';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { Talk } from '@miniapp/ui/Talk';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';

const TROUBLES = ['有人生大病', '常年吃药', '供孩子上学难', '家里有残疾人', '遭了灾', '没活干、没工钱'].map(
  (label) => ({ value: label, label }),
);

export default function Form() {
  const [who, setWho] = useState<'self' | 'member' | 'other'>();
  const [worst, setWorst] = useState<string[]>(['ill']);
  const [said, setSaid] = useState<string[]>(['有人生大病', '供孩子上学难']);
  const [taken, setTaken] = useState<TakenPhoto[]>([]);
  const [voice, setVoice] = useState<LocalVoice>();
  const [signed, setSigned] = useState(false);
  const name = useRef<FieldHandle>(null);
  const sign = useRef<SignHandle>(null);

  const take = ({ path }: LocalPhoto) =>
    setTaken((before) => [...before, { id: String(before.length), path, state: 'sending', percent: 40 }]);
  const send = async () => {
    const image = await sign.current?.toImage();
    toast(image ? `签好了：${name.current?.value()}` : '还没有签名');
  };

  return (
    <Page
      white
      bar={
        <Bar
          primary={{ children: '交签名', onTap: send, off: signed ? undefined : '签了名才能交' }}
          link={{ text: '以后再拍', onTap: () => toast('好的，以后再拍') }}
        />
      }
    >
      <Note
        state="late"
        alert
        title="还有 1 处要改"
        action={
          <Link edge onTap={() => name.current?.focus()}>
            身份证号少了 1 位
          </Link>
        }
      />
      <Head
        step={{ now: 3, total: 8 }}
        title="户主叫什么名字？"
        hint="请照身份证填。只有办这件事的干部看得到。"
        read="户主叫什么名字？可以拍身份证，自动就填好。"
      />
      <View className="sw-pad">
        <Button size="big" icon="camera" onTap={() => name.current?.set('田有福')}>
          拍身份证，自动填
        </Button>
        <Field ref={name} label="姓名" initial="田有福" />
        <Field
          label="身份证号"
          type="idcard"
          initial="99010119731105001"
          error="您填了 17 位，身份证号是 18 位。最后一位有时是字母 X，请再看一眼。"
          hint="残疾人证号也可以填这里"
        />
        <Field label="打哪个电话找您？" type="tel" placeholder="11 位手机号" optional />
        <Field label="还想写几句" type="textarea" optional placeholder="比如：去年冬天住院，花了好几万" />
        <Choices
          label="为哪一家申报？"
          value={who}
          onChange={setWho}
          choices={[
            { value: 'self', label: '我自己家', detail: '我是户主', icon: 'user' },
            { value: 'member', label: '我自己家', detail: '我是家里人', icon: 'family' },
            { value: 'other', label: '帮别家报', icon: 'hand' },
          ]}
        />
        <Choices
          label="最难的是哪一样？最多选 2 样"
          multiple
          value={worst}
          onChange={setWorst}
          max={2}
          onTooMany={() => toast('最多 2 样。先去掉一样再选')}
          choices={[
            { value: 'ill', label: '有人生大病', icon: 'ill' },
            { value: 'school', label: '供孩子上学', icon: 'book' },
            { value: 'disaster', label: '遭了灾', icon: 'storm' },
          ]}
        />
        <Talk voice={voice && { ...voice, detail: '已存好，不会丢' }} onVoice={setVoice} />
        <Chips label="也可以点一点" chips={TROUBLES} value={said} onChange={setSaid} />
      </View>
      <Section>
        <Shot
          title="诊断证明或出院记录"
          hint="要看得清姓名、医院的章"
          example="diagnosis"
          photos={[
            { id: '1', state: 'sent' },
            { id: '2', state: 'waiting' },
            { id: '3', state: 'refused' },
          ]}
          error="照片太大，传不上去，请重新拍"
          onTake={take}
        />
        <Shot
          title="录取或在读证明"
          hint="学校出的证明、学费单都行"
          example="school"
          photos={taken}
          onTake={take}
        />
      </Section>
      <Section title="请 田晓雨 用手指签名" pad>
        <Sign ref={sign} who="田晓雨" onChange={setSigned} onPaper={() => toast('在纸上签，再拍照')} />
      </Section>
    </Page>
  );
}
