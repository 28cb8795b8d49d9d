export default definePageConfig({ navigationBarTitleText: '外村协查' });
