export default definePageConfig({ navigationBarTitleText: '演示：改日期' });
