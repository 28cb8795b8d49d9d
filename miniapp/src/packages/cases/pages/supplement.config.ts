export default definePageConfig({ navigationBarTitleText: '还差的材料' });
