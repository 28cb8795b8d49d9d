/** Who somebody is to the head of the household, for families and staff alike. */
import type { MemberRelation } from '@shared/casework';

export const MEMBER_RELATION_LABELS: Record<MemberRelation, string> = {
  HEAD: '户主',
  SPOUSE: '配偶',
  SON: '儿子',
  DAUGHTER: '女儿',
  DAUGHTER_IN_LAW: '儿媳',
  SON_IN_LAW: '女婿',
  GRANDCHILD: '孙辈',
  FATHER: '父亲',
  MOTHER: '母亲',
  PARENT_IN_LAW: '岳父母、公婆',
  GRANDPARENT: '祖辈',
  SIBLING: '兄弟姐妹',
  OTHER: '其他',
};
