export default definePageConfig({ navigationBarTitleText: '以后怎么办' });
