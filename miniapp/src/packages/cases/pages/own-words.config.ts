export default definePageConfig({ navigationBarTitleText: '自己说一说' });
