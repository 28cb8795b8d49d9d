export default definePageConfig({ navigationBarTitleText: '签过的同意' });
