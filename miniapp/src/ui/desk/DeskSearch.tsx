import { isH5 } from '@miniapp/platform/target';
import { Input, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Icon } from '../Icon';
import { Kbd } from './Kbd';
import { useKeys } from './useKeys';

const ID = 'desk-search';

/** Search by number, full name, ID or phone; each search is written down on the server. `/` goes there. */
export function DeskSearch({ onSearch }: { onSearch: (text: string) => void }) {
  useKeys({ '/': () => isH5 && document.getElementById(ID)?.focus() });
  return (
    <View className="sw-d__search">
      <Icon name="search" />
      <Input
        id={ID}
        className="weui-input"
        placeholder="编号、全名、身份证或电话（查一次记一次）"
        maxlength={40}
        onConfirm={({ detail }: { detail: { value: string } }) => onSearch(detail.value.trim())}
        {...a11y({ label: '按编号、姓名、身份证或电话查', keys: '/' })}
      />
      <Kbd>/</Kbd>
    </View>
  );
}
